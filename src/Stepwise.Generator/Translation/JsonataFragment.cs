namespace Stepwise.Generator.Translation;

/// <summary>A piece of JSONata with the strength of its outermost operator.</summary>
internal readonly record struct JsonataFragment(string Text, int Strength)
{
    /// <summary>The operands of a chain of one operator; null for anything else.</summary>
    public IReadOnlyList<string>? Operands { get; init; }

    public const int Conditional = 20;
    public const int Or = 25;
    public const int And = 30;
    public const int Comparison = 40;
    public const int Sum = 50;
    public const int Product = 60;
    public const int Primary = 100;

    /// <summary>The text as an operand of an operator that binds so strongly.</summary>
    public string In(int strength) => Strength >= strength ? Text : "(" + Text + ")";
}
