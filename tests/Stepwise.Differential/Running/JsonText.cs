using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stepwise.Differential.Running;

/// <summary>How JSON is written for a person.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
