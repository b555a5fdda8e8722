using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Model;

/// <summary>An expression as C# means it, free of syntax and of the language it becomes. Booleans are two-valued, as in C#: a comparison with null is decided.</summary>
/// <param name="Type">What its value is on the wire.</param>
/// <param name="Anchor">Where it stands in the source: an index into the front end's table of locations.</param>
internal abstract record Expression(WireType Type, int Anchor);

/// <summary>A constant; <see cref="JsonNull"/> for null. Enum constants are already in their wire form.</summary>
internal sealed record ConstantExpression(JsonValue Value, WireType Type, int Anchor) : Expression(Type, Anchor)
{
    private readonly WrittenJson<JsonValue> _written = new(Value);

    public JsonValue Value
    {
        get => _written.Value;
        init => _written = new WrittenJson<JsonValue>(value);
    }
}

/// <summary>The value of a parameter: one of the workflow's values, by name.</summary>
internal sealed record ValueExpression(string Name, WireType Type, int Anchor) : Expression(Type, Anchor);

/// <summary>A variable of a <see cref="LetExpression"/> around it. It always has a value, which may be null.</summary>
/// <param name="Name">Its name, which no other variable and no value of the body has.</param>
internal sealed record LocalExpression(string Name, WireType Type, int Anchor) : Expression(Type, Anchor);

/// <summary>Values that are computed once, in order, before the body reads them by name. A value may read those before it.</summary>
internal sealed record LetExpression(EquatableArray<Binding> Bindings, Expression Body, WireType Type, int Anchor) : Expression(Type, Anchor);

/// <summary>A variable of a <see cref="LetExpression"/>.</summary>
/// <param name="Name">Its name, which a <see cref="LocalExpression"/> reads.</param>
/// <param name="Value">Its value.</param>
/// <param name="Anchor">Where the variable is declared, or where its value stands.</param>
/// <param name="IsDeclared">Whether the author declared it; it is then computed even if nothing reads it.</param>
internal sealed record Binding(string Name, Expression Value, int Anchor, bool IsDeclared = false);

/// <summary>A member of the context object: <c>Execution.Id</c>; empty for the whole.</summary>
internal sealed record ContextExpression(string Path, WireType Type, int Anchor) : Expression(Type, Anchor);

/// <summary>A property, by its name on the wire. Missing or null if the target is.</summary>
/// <param name="Target">What has the property.</param>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="IsAlwaysPresent">Whether it is on the wire even when it is null.</param>
/// <param name="Type">Its type; nullable where the target is.</param>
/// <param name="Anchor">Where it stands in the source.</param>
/// <param name="Name">Its name in C#, for messages; null where it is the one on the wire.</param>
internal sealed record MemberExpression(Expression Target, string WireName, bool IsAlwaysPresent, WireType Type, int Anchor, string? Name = null)
    : Expression(Type, Anchor);

/// <summary>An element of an array; a negative index counts from the end (-1 is the last).</summary>
internal sealed record ElementExpression(Expression Target, int Index, WireType Type, int Anchor) : Expression(Type, Anchor);

/// <summary>The number of elements of an array that is not null (patterns) .</summary>
internal sealed record CountExpression(Expression Target, int Anchor) : Expression(WireType.Integer, Anchor);

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
}

/// <summary>A comparison with the meaning of C#: with a null on one side only, <c>!=</c> is true and all else is false.</summary>
internal sealed record ComparisonExpression(ComparisonOperator Operator, Expression Left, Expression Right, int Anchor)
    : Expression(WireType.Boolean, Anchor);

/// <summary>Conjunction, evaluated from left to right.</summary>
internal sealed record AndExpression(EquatableArray<Expression> Operands, int Anchor) : Expression(WireType.Boolean, Anchor);

/// <summary>Disjunction, evaluated from left to right.</summary>
internal sealed record OrExpression(EquatableArray<Expression> Operands, int Anchor) : Expression(WireType.Boolean, Anchor);

internal sealed record NotExpression(Expression Operand, int Anchor) : Expression(WireType.Boolean, Anchor);

/// <summary><c>x is null</c>: missing or null.</summary>
internal sealed record IsNullExpression(Expression Operand, int Anchor) : Expression(WireType.Boolean, Anchor);

/// <summary><c>x.StartsWith("a", StringComparison.Ordinal)</c>, <c>EndsWith</c> or <c>Contains</c> with a constant that is not empty; false where the operand is null.</summary>
internal sealed record TextMatchExpression(TextMatch Match, Expression Operand, string Text, int Anchor) : Expression(WireType.Boolean, Anchor);

internal enum TextMatch
{
    StartsWith,
    EndsWith,
    Contains,
}

internal sealed record ConditionalExpression(Expression Condition, Expression WhenTrue, Expression WhenFalse, WireType Type, int Anchor)
    : Expression(Type, Anchor);

/// <summary><c>left ?? right</c>.</summary>
internal sealed record CoalesceExpression(Expression Left, Expression Right, WireType Type, int Anchor) : Expression(Type, Anchor)
{
    /// <summary>Whether the right side is what a missing member means, rather than something that the author wrote.</summary>
    public bool IsDefault { get; init; }
}

/// <summary>Text with holes; a hole that is null or missing is empty text.</summary>
internal sealed record FormatExpression(EquatableArray<Expression> Parts, int Anchor) : Expression(WireType.String, Anchor);

internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

internal sealed record ArithmeticExpression(ArithmeticOperator Operator, Expression Left, Expression Right, WireType Type, int Anchor)
    : Expression(Type, Anchor)
{
    /// <summary>Whether it divides by a value that can be 0.</summary>
    public bool MayDivideByZero =>
        Operator is ArithmeticOperator.Divide or ArithmeticOperator.Remainder && !(Right is ConstantExpression { Value: JsonNumber divisor } && divisor.ToDouble() != 0);
}

/// <summary>A function of values that are not null; see <see cref="ValueFunction"/>.</summary>
internal sealed record FunctionExpression(ValueFunction Function, EquatableArray<Expression> Arguments, WireType Type, int Anchor) : Expression(Type, Anchor);

/// <summary>A regular expression, as an argument of a function. It matches the same in JavaScript, Java and .NET.</summary>
/// <param name="Pattern">The pattern, as it stands between the slashes.</param>
internal sealed record PatternExpression(string Pattern, int Anchor) : Expression(WireType.String, Anchor);

/// <summary>Where C# throws: the evaluation fails, and has no value.</summary>
/// <param name="Message">What the error says.</param>
internal sealed record FailExpression(string Message, WireType Type, int Anchor) : Expression(Type, Anchor);

/// <summary>A new object. A property whose value is null is not on the wire.</summary>
internal sealed record ObjectExpression(EquatableArray<PropertyExpression> Properties, WireType Type, int Anchor) : Expression(Type, Anchor);

/// <summary>A property of a new object, by its name on the wire.</summary>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsAlwaysPresent">Whether it is written even when it is null.</param>
/// <param name="Key">The deployed resource that the name is a substitution for, as in <c>[Deployed.Table("orders")] = ...</c>; null if the name is the author's.</param>
internal sealed record PropertyExpression(string WireName, Expression Value, bool IsAlwaysPresent = false, SubstitutionExpression? Key = null);

internal sealed record ArrayExpression(EquatableArray<Expression> Items, WireType Type, int Anchor) : Expression(Type, Anchor);

/// <summary>A deployed resource: the key of a substitution, <c>CampaignNotificationsTopicArn</c>.</summary>
internal sealed record SubstitutionExpression(string Key, ResourceKind Kind, string ResourceName, int Anchor) : Expression(WireType.String, Anchor)
{
    /// <summary>The substitution, <c>${CampaignNotificationsTopicArn}</c>.</summary>
    public string Text => "${" + Key + "}";
}

/// <summary>JSONata as the author wrote it; the arguments are bound to <c>$arg0</c>, <c>$arg1</c>, ...</summary>
internal sealed record RawJsonataExpression(string Text, EquatableArray<Expression> Arguments, WireType Type, int Anchor) : Expression(Type, Anchor);

/// <summary>A duration in whole seconds, from <c>TimeSpan.FromMinutes(x)</c>, another <c>From...</c> method or a TimeSpan value; never negative.</summary>
/// <param name="Amount">A number (times <paramref name="SecondsPerUnit"/>), or a TimeSpan-typed value, which is text on the wire.</param>
/// <param name="SecondsPerUnit">1 for FromSeconds, 60 for FromMinutes...; 0 where <paramref name="Amount"/> is a TimeSpan value.</param>
internal sealed record SecondsExpression(Expression Amount, int SecondsPerUnit, int Anchor) : Expression(WireType.Integer, Anchor);

/// <summary>Where the front end found an error: nothing follows from it.</summary>
internal sealed record InvalidExpression(int Anchor) : Expression(WireType.Unknown, Anchor);
