namespace Stepwise.Differential;

/// <summary>A kind of C# that random expressions may contain.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="OffBecause">Why it is not generated, such as <c>D3</c>; null if it is.</param>
internal sealed record Feature(string Name, string? OffBecause = null);

/// <summary>The features of one run: which are on.</summary>
internal sealed class Features
{
    public const string NullableMemberOfComputed = "nullableMemberOfComputed";
    public const string NullableTypeArguments = "nullableTypeArguments";
    public const string ObliviousTypes = "obliviousTypes";
    public const string AlwaysPresentNull = "alwaysPresentNull";
    public const string IgnoredDefaults = "ignoredDefaults";
    public const string TextNumbers = "textNumbers";
    public const string DerivedCreation = "derivedCreation";
    public const string PropertyEnumConverter = "propertyEnumConverter";
    public const string NumberKeys = "numberKeys";
    public const string ThrowingLocals = "throwingLocals";
    public const string VolatileLocals = "volatileLocals";
    public const string Suppression = "suppression";
    public const string NamedArguments = "namedArguments";
    public const string LongAdditionInJsonPath = "longAdditionInJsonPath";
    public const string DoubleDivision = "doubleDivision";
    public const string EnumCasts = "enumCasts";
    public const string CapturedArguments = "capturedArguments";
    public const string SubstitutionNames = "substitutionNames";
    public const string EagerOperators = "eagerOperators";
    public const string ThrowingOperands = "throwingOperands";
    public const string MemberBehindTwoTests = "memberBehindTwoTests";
    public const string TwoTemporaries = "twoTemporaries";
    public const string GuidText = "guidText";
    public const string NullElements = "nullElements";

    /// <summary>All features. Those that are off wait for the translation to be mended, or are documented as not exact.</summary>
    public static IReadOnlyList<Feature> All { get; } =
    [
        new(NullableMemberOfComputed),
        new(NullableTypeArguments),
        new(ObliviousTypes),
        new(AlwaysPresentNull),
        new(IgnoredDefaults),
        new(TextNumbers),
        new(DerivedCreation),
        new(PropertyEnumConverter),
        new(NumberKeys),
        new(ThrowingLocals),
        new(VolatileLocals),
        new(Suppression),
        new(NamedArguments),
        new(LongAdditionInJsonPath),
        new(DoubleDivision),
        new(EnumCasts),
        new(CapturedArguments),
        new(SubstitutionNames),
        new(EagerOperators),
        new(ThrowingOperands),
        new(MemberBehindTwoTests),
        new(TwoTemporaries),
        new(GuidText, "documented: the text of a Guid is the text in the JSON"),
        new(NullElements),
    ];

    private readonly HashSet<string> _on;

    private Features(IEnumerable<string> on) => _on = [.. on];

    /// <summary>The features that are on by default.</summary>
    public static Features Default { get; } = new(All.Where(static feature => feature.OffBecause is null).Select(static feature => feature.Name));

    public bool IsOn(string name) => _on.Contains(name);

    /// <summary>These features and others.</summary>
    /// <param name="names">The names, or <c>all</c>.</param>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public Features With(IEnumerable<string> names)
    {
        var result = new HashSet<string>(_on);
        foreach (var name in names)
        {
            if (name == "all")
            {
                result.UnionWith(All.Select(static feature => feature.Name));
            }
            else if (All.Any(feature => feature.Name == name))
            {
                result.Add(name);
            }
            else
            {
                throw new ArgumentException($"There is no feature '{name}'. There are: {string.Join(", ", All.Select(static feature => feature.Name))}.");
            }
        }

        return new(result);
    }
}
