using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Stepwise.Deployment.Diagram;

/// <summary>Takes an interpolated string straight into the picture's text: numbers are those of no culture, and no text is made in between.</summary>
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
