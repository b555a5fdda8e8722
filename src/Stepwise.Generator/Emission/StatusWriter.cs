using System.Globalization;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Emission;

/// <summary>Writes why a workflow has no files. The build task reports it again.</summary>
internal static class StatusWriter
{
    public static Artifact Write(string workflow, EquatableArray<DiagnosticInfo> diagnostics)
    {
        var errors = new List<JsonValue>();
        foreach (var diagnostic in diagnostics)
        {
            if (DiagnosticCatalogue.IsBlocking(diagnostic.Id))
            {
                errors.Add(JsonObject.Create(("id", new JsonString(diagnostic.Id)), ("message", new JsonString(Message(diagnostic)))));
            }
        }

        return new Artifact(ArtifactNames.PathOf(workflow, ArtifactNames.Status), JsonObject.Create(("errors", new JsonArray(errors))).ToJsonTemplate());
    }

    public static string Message(DiagnosticInfo diagnostic) => string.Format(
        CultureInfo.InvariantCulture,
        DiagnosticCatalogue.All[diagnostic.Id].MessageFormat.ToString(CultureInfo.InvariantCulture),
        DiagnosticCatalogue.ArgumentsOf(diagnostic));
}
