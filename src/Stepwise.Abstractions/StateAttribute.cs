namespace Stepwise;

/// <summary>The base of all attributes that make a method a state.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public abstract class StateAttribute : Attribute
{
    private protected StateAttribute()
    {
    }

    /// <summary>The state's name in the definition, 1 to 80 characters. Default: null, the method's name.</summary>
    public string? StateName { get; set; }

    /// <summary>The state's own <c>QueryLanguage</c>. Default: that of the machine. A state of a JSONPath machine may use JSONata; a state of a JSONata machine may not use JSONPath.</summary>
    public QueryLanguage QueryLanguage { get; set; }
}
