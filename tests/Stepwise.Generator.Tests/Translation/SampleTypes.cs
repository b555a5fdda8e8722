namespace Stepwise.Generator.Tests.Translation;

/// <summary>The types that the bodies of these tests read, and the parameters that every one of them has.</summary>
internal static class SampleTypes
{
    public const string Parameters =
        "Sample s, Sample? o, string? note, int? limit, bool? maybe, bool flag, Guid id, Guid? other, int n, int m, string text, IReadOnlyList<string>? words, object any, TimeSpan delay, Color? tint";

    public const string Source = """
        using System.Text.Json.Serialization;
        using Stepwise;

        namespace Samples;

        [JsonConverter(typeof(JsonStringEnumConverter<Color>))]
        public enum Color { [JsonStringEnumMemberName("red")] Red, Green, Blue }

        public enum Level { Low, Middle = 5, High = 9 }

        public sealed record Inner(int Size, string Name, string? Note, Inner? Next, bool Open);

        public sealed record Sample(
            bool Ok, bool? Maybe, int Count, int? Limit, double Ratio, double? Share, string Text, string? Note, char Letter, Color Color, Color? Tint, Level Level, Level? Rank,
            Guid Id, Guid? Other, DateTimeOffset At, DateTimeOffset? Until, DateOnly Day, IReadOnlyList<int> Numbers, IReadOnlyList<string>? Words, Inner Inner, Inner? Detail,
            IReadOnlyList<Inner> Parts)
        {
            [JsonIgnore] public int Hidden => 1;
            [JsonPropertyName("odd name")] public string? Odd { get; init; }
            [JsonConverter(typeof(JsonStringEnumConverter<Level>))] public Level Named { get; init; }
        }

        public sealed record Wide(long Big, decimal Price, DateTime Local, TimeSpan Span, TimeOnly Time, float Single, byte[] Data, IReadOnlyDictionary<string, int> Table);
        public sealed record Point(int X, int? Y);
        public sealed record Named(string Name, string? Note) { public int Rank { get; init; } }
        public sealed class Settable { public string Name { get; set; } = ""; public int Size { get; set; } public string? Note { get; set; } }
        public sealed class Plain { public int Size { get; set; } public string? Note { get; set; } public Color Color { get; set; } }
        public sealed class Computed { public int Size { get; set; } public int Double => Size * 2; }
        public sealed class Built { public Built(int size) => Size = size; public int Size { get; } }
        """;
}
