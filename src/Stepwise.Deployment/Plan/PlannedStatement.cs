namespace Stepwise.Deployment.Plan;

/// <summary>A statement of a policy.</summary>
internal sealed record PlannedStatement
{
    /// <summary>IAM <c>Sid</c>, or null.</summary>
    public string? Sid { get; init; }

    /// <summary>IAM <c>Effect</c>.</summary>
    public string Effect { get; init; } = "Allow";

    /// <summary>IAM <c>Principal</c>, by type; empty if the statement has none.</summary>
    public IReadOnlyList<(string Type, PlannedTexts Identifiers)> Principals { get; init; } = [];

    /// <summary>IAM <c>Action</c>.</summary>
    public required PlannedTexts Actions { get; init; }

    /// <summary>IAM <c>Resource</c>; null in a trust policy.</summary>
    public PlannedTexts? Resources { get; init; }

    /// <summary>IAM <c>Condition</c>, in the order of the policy.</summary>
    public IReadOnlyList<(string Operator, string Key, PlannedTexts Values)> Conditions { get; init; } = [];
}
