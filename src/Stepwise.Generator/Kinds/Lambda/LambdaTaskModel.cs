using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Kinds.Lambda;

/// <summary>A Task state that invokes a Lambda function.</summary>
internal sealed record LambdaTaskModel : TaskModel
{
    /// <summary>The function's name or ARN.</summary>
    public required string Function { get; init; }

    /// <summary>The key of the function's substitution.</summary>
    public required string SubstitutionKey { get; init; }

    /// <summary>Whether the envelope of lambda:invoke is kept.</summary>
    public bool KeepsEnvelope { get; init; }

    /// <summary>Whether the author wrote the function's ARN, so that the deployment supplies none.</summary>
    public bool IsArn => Function.StartsWith("arn:", StringComparison.Ordinal);

    public override IReadOnlyList<Expression> Expressions =>
        IsArn ? [] : [new SubstitutionExpression(SubstitutionKey, ResourceKind.Function, Function, AttributeAnchor)];

    public override bool PassesTime => WaitsForToken;

    public override bool IsAnalysed => true;

    protected override InvocationModel Invokes => new(InvocationKind.Function, Function);
}
