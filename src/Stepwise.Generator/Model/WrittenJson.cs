using Stepwise.Json;

namespace Stepwise.Generator.Model;

/// <summary>JSON in a model. Two of them are equal if they are written with the same characters. The equality of <see cref="JsonValue"/> is different: it ignores the
/// order of members, and whether <c>${</c> is escaped, and files depend on both.</summary>
/// <typeparam name="T">The kind of the value.</typeparam>
internal sealed class WrittenJson<T> : IEquatable<WrittenJson<T>>
    where T : JsonValue
{
    private string? _text;

    public WrittenJson(T value) => Value = value;

    public T Value { get; }

    private string Text => _text ??= Value.ToJsonTemplate();

    public bool Equals(WrittenJson<T>? other) => ReferenceEquals(this, other) || (other is not null && Text == other.Text);

    public override bool Equals(object? obj) => Equals(obj as WrittenJson<T>);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => Text;
}
