namespace Stepwise.Workflows.Tests.Api;

/// <summary>Prices a parcel and chooses a way for it: with local variables, members of what is computed, and patterns behind conditions.</summary>
[StateMachine("delivery")]
public sealed partial class Delivery
{
    [Start(Next = nameof(Price))]
    public static partial void Start(Parcel parcel, Parcel? replacement, int boxes, int carriers);

    [Pass(ResultName = "quote", Next = nameof(Route))]
    public static Quote Price(Parcel parcel, Parcel? replacement, int boxes, int carriers)
    {
        var sent = replacement ?? parcel;
        var weight = sent.Weight * boxes;
        var perCarrier = weight / carriers;
        return new Quote(sent.Note ?? "none", weight + weight, boxes == 0 ? 0 : perCarrier, sent.Note);
    }

    [Choice]
    public static NextState Route(Parcel parcel, Parcel? replacement, Quote quote, int boxes)
    {
        var total = quote.Total + boxes;
        return boxes > 1 && (replacement ?? parcel) is { Note: not null } noted
            ? noted.Note == "fragile" ? nameof(Careful) : nameof(Plain)
            : (replacement ?? parcel) switch
            {
                { Note: null, Weight: > 10 } => nameof(Heavy),
                { Note: null } when total is > 20 and < 40 => nameof(Careful),
                _ => nameof(Plain),
            };
    }

    [Succeed]
    public static object Careful(Quote quote) => new { quote, way = "careful" };

    [Succeed]
    public static object Heavy(Quote quote) => new { quote, way = "heavy" };

    [Succeed]
    public static object Plain(Quote quote) => new { quote, way = "plain" };
}

/// <summary>What is sent.</summary>
public sealed record Parcel(int Weight, string? Note);

/// <summary>What it costs.</summary>
public sealed record Quote(string Label, int Total, int PerCarrier, string? Note);
