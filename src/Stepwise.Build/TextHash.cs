namespace Stepwise.Build;

/// <summary>A hash of several texts (FNV-1a, 64 bits), which tells whether they are the same as in an earlier build. It does not protect against deliberate collisions.</summary>
internal struct TextHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private ulong? _value;

    public readonly ulong Value => _value ?? Offset;

    public static ulong Of(string text)
    {
        var hash = new TextHash();
        hash.Add(text);
        return hash.Value;
    }

    /// <summary>Adds a text and its length, so that "ab" and "a", "b" have different hashes.</summary>
    public void Add(string? text)
    {
        var value = Value;
        unchecked
        {
            value = (value ^ (ulong)(text?.Length ?? -1)) * Prime;
            foreach (var c in text ?? "")
            {
                value = (value ^ c) * Prime;
            }
        }

        _value = value;
    }
}
