using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stepwise.Differential.Forms;

/// <summary>The sections in the files of a folder, in the order of their names.</summary>
internal static class SectionFiles
{
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads the sections.</summary>
    /// <param name="folder">The folder: Forms or Refusals.</param>
    public static IReadOnlyList<T> Read<T>(string folder)
        where T : Section =>
        [
            .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.json").Order(StringComparer.Ordinal)
                .Select(static file => JsonSerializer.Deserialize<T>(File.ReadAllText(file), _format) ?? throw new InvalidOperationException($"The file {file} has no section.")),
        ];
}
