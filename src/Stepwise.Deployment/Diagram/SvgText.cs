using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Stepwise.Deployment.Diagram;

/// <summary>Appends the parts of an interpolated string to the text of the picture, without an intermediate string. Numbers are written with the invariant culture.</summary>
[InterpolatedStringHandler]
internal readonly ref struct SvgText
{
    public SvgText(int literalLength, int formattedCount, StringBuilder svg)
    {
        _ = (literalLength, formattedCount);
        To = svg;
    }

    public StringBuilder To { get; }

    public void AppendLiteral(string value) => To.Append(value);

    public void AppendFormatted(string value) => To.Append(value);

    public void AppendFormatted(int value) => To.Append(value.ToString(CultureInfo.InvariantCulture));
}
