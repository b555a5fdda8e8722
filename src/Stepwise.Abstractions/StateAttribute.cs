namespace Stepwise;

/// <summary>What all attributes that make a method a state have in common.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public abstract class StateAttribute : Attribute
{
    /// <summary>The state's name in the definition, where it is not to be the method's: 1 to 80 characters. Default: the method's name.</summary>
    public string? StateName { get; set; }

    /// <summary>The state's own <c>QueryLanguage</c>. JSONata is possible in a JSONPath machine, not the reverse. Default: the machine's.</summary>
    public QueryLanguage QueryLanguage { get; set; }
}
