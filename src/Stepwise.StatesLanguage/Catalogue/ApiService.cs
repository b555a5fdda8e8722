using System.Diagnostics.CodeAnalysis;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>A service of AWS with its actions. Shapes are read when they are asked for.</summary>
internal sealed class ApiService
{
    private readonly Dictionary<string, ApiAction> _actions;

    public ApiService(string name, string errorPrefix, string signingName, IReadOnlyList<ApiAction> actions)
    {
        Name = name;
        ErrorPrefix = errorPrefix;
        SigningName = signingName;
        Actions = actions;
        _actions = actions.ToDictionary(action => action.Name, StringComparer.Ordinal);
    }

    /// <summary>The name in the resource of a Task, such as <c>cloudwatchlogs</c>.</summary>
    public string Name { get; }

    /// <summary>The part of an error's name before the dot, such as <c>DynamoDb</c>.</summary>
    public string ErrorPrefix { get; }

    /// <summary>The name that requests are signed with, such as <c>logs</c>. For most services it is the prefix of the IAM actions.</summary>
    public string SigningName { get; }

    /// <summary>The error that stands for all errors of the service without a type of their own, such as <c>S3.S3Exception</c>.</summary>
    public string GenericError => ErrorPrefix + "." + ErrorPrefix + "Exception";

    /// <summary>The actions in the order of their names.</summary>
    public IReadOnlyList<ApiAction> Actions { get; }

    public bool TryFind(string action, [NotNullWhen(true)] out ApiAction? found) => _actions.TryGetValue(action, out found);

    /// <summary>The name of the action that somebody probably meant; null if no name is similar.</summary>
    public string? Closest(string action) => Spelling.Closest(action, Actions.Select(static known => known.Name));
}
