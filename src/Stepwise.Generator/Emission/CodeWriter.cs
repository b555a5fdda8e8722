using System.Text;

namespace Stepwise.Generator.Emission;

/// <summary>Writes indented C# with <c>\n</c>.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new(4096);
    private int depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', depth * 4).Append(line);
        }

        text.Append('\n');
    }

    public void Open(string header)
    {
        Line(header);
        Line("{");
        depth++;
    }

    public void Close()
    {
        depth--;
        Line("}");
    }

    public override string ToString() => text.ToString();
}
