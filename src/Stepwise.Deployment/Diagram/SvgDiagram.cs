using System.Runtime.CompilerServices;
using System.Text;
using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Diagram;

/// <summary>Draws a definition as an SVG picture without scripts, fonts or links. It is light or dark, as the reader's settings say.</summary>
internal static class SvgDiagram
{
    private const int Radius = 7;
    private const int StartRoom = 26;

    private const string Style = """
        svg{background:var(--paper);color-scheme:light dark;--paper:#ffffff;--ink:#1f2933;--soft:#5b6875;--line:#52606d;--task:#eaf2fd;--task-line:#2f6fc4;--choice:#fff6de;--choice-line:#b7791f;--wait:#f3edfb;--wait-line:#7a4fc0;--pass:#f1f3f5;--pass-line:#7b8794;--good:#e6f6ea;--good-line:#2f8f4e;--bad:#fdeceb;--bad-line:#c53f3a;--box:#f8fafc}
        @media (prefers-color-scheme:dark){svg{--paper:#14181d;--ink:#e6ebf0;--soft:#9fabb8;--line:#94a3b3;--task:#172a43;--task-line:#5b9bea;--choice:#33290f;--choice-line:#d9a441;--wait:#271d3a;--wait-line:#a883e6;--pass:#22272d;--pass-line:#8593a1;--good:#15301f;--good-line:#53b974;--bad:#3a1b1b;--bad-line:#ea7570;--box:#1a1f25}}
        text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;text-anchor:middle;fill:var(--ink)}
        .name{font-size:13px;font-weight:600}.caption{font-size:11px;fill:var(--soft)}.label{font-size:11px;fill:var(--soft);paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
        .shape{stroke-width:1.5;fill:var(--pass);stroke:var(--pass-line)}.Task>.shape{fill:var(--task);stroke:var(--task-line)}.Choice>.shape{fill:var(--choice);stroke:var(--choice-line)}.Wait>.shape{fill:var(--wait);stroke:var(--wait-line)}.Succeed>.shape{fill:var(--good);stroke:var(--good-line)}.Fail>.shape,.Missing>.shape{fill:var(--bad);stroke:var(--bad-line)}.Missing>.shape{stroke-dasharray:4 3}.Map>.shape,.Parallel>.shape{fill:var(--box);stroke:var(--task-line)}
        .inner{fill:var(--paper);stroke:var(--pass-line);stroke-dasharray:2 3}.end{fill:none;stroke:var(--good-line);stroke-width:1}
        .edge path{fill:none;stroke:var(--line);stroke-width:1.5}.edge .head{fill:var(--line);stroke:none}.catch path{stroke:var(--bad-line);stroke-dasharray:5 4}.catch .head{fill:var(--bad-line)}.catch .label{fill:var(--bad-line)}.start{fill:var(--ink)}
        """;

    private static readonly string _plainStyle = Style.Replace("\r", "");

    /// <summary>Draws a definition.</summary>
    /// <param name="machine">The definition. It may be invalid: the target of a transition that does not exist is drawn as missing.</param>
    /// <param name="title">The title of the picture. Default: the definition's comment.</param>
    /// <returns>SVG text with a final line break. The same definition gives the same text.</returns>
    public static string Write(StateMachine machine, string? title = null)
    {
        var layout = DiagramBuilder.Build(machine);
        var legend = HasCatch(layout);
        var svg = new StringBuilder(16 * 1024);
        var (width, height) = (Math.Max(layout.Width, legend ? 180 : 0), layout.Height + StartRoom + (legend ? 22 : 0));
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title description">""");
        Line(svg, $"""<title id="title">{Escape(title ?? machine.Comment ?? "State machine")}</title>""");
        Line(svg, $"""<desc id="description">{Escape(Describe(layout))}</desc>""");
        Line(svg, $"<style>{_plainStyle}</style>");
        Line(svg, $"""<rect width="{width}" height="{height}" style="fill:var(--paper)"/>""");
        Line(svg, $"""<g transform="translate(0 {StartRoom})">""");
        Write(svg, layout);
        Line(svg, $"</g>");
        if (legend)
        {
            Line(svg, $"""<g class="edge catch"><path d="M16 {height - 14}H46"/><text class="label" style="text-anchor:start" x="52" y="{height - 10}">on an error</text></g>""");
        }

        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static bool HasCatch(DiagramLayout layout) => layout.Edges.Any(edge => edge.IsCatch) || layout.Nodes.Any(node => node.Inner.Any(HasCatch));

    private static void Write(StringBuilder svg, DiagramLayout layout)
    {
        if (layout.Start is { } start)
        {
            Line(svg, $"""<g class="edge"><circle class="start" cx="{start.X}" cy="{start.Top - 28}" r="5"/><path d="M{start.X} {start.Top - 28}V{start.Top - 7}"/>{Head((start.X, start.Top - 20), (start.X, start.Top))}</g>""");
        }

        var drawn = new DrawnLines();
        foreach (var edge in layout.Edges)
        {
            Write(svg, edge, edge.IsCatch ? drawn.WithoutShared(edge, Radius) : edge.Points);
        }

        foreach (var node in layout.Nodes)
        {
            Write(svg, node);
        }

        // Labels come last, so that no line is drawn over them.
        foreach (var edge in layout.Edges.Where(edge => edge.Label.Length > 0))
        {
            Line(svg, $"""<g class="edge{(edge.IsCatch ? " catch" : "")}"><text class="label" x="{edge.LabelAt.X}" y="{edge.LabelAt.Y + 4}">{Escape(edge.Label)}</text></g>""");
        }
    }

    private static void Write(StringBuilder svg, DiagramEdge edge, IReadOnlyList<(int X, int Y)> points)
    {
        var path = new StringBuilder();
        Append(path, $"M{points[0].X} {points[0].Y}");
        for (var i = 1; i < points.Count - 1; i++)
        {
            var (before, at, after) = (points[i - 1], points[i], points[i + 1]);
            var radius = Math.Min(Radius, Math.Min(Distance(before, at), Distance(at, after)) / 2);
            var (start, end) = (Toward(at, before, radius), Toward(at, after, radius));
            Append(path, $"L{start.X} {start.Y}Q{at.X} {at.Y} {end.X} {end.Y}");
        }

        var last = points[points.Count - 1];
        var isWhole = ReferenceEquals(points, edge.Points);
        var stop = isWhole ? Toward(last, points[points.Count - 2], Math.Min(6, Distance(last, points[points.Count - 2]))) : last;
        Append(path, $"L{stop.X} {stop.Y}");
        var kind = edge.IsCatch ? "edge catch" : "edge";
        var what = edge.IsCatch ? "on an error" : edge.Label;
        Line(svg, $"""<g class="{kind}" data-from="{Escape(edge.From.Name)}" data-to="{Escape(edge.To.Name)}"><title>{Escape(edge.From.Name + " → " + edge.To.Name + (what.Length == 0 ? "" : ": " + what))}</title><path d="{path.ToString()}"/>{(isWhole ? Head(points[points.Count - 2], last) : "")}</g>""");
    }

    private static string Head((int X, int Y) before, (int X, int Y) at)
    {
        var (x, y) = (Math.Sign(at.X - before.X), Math.Sign(at.Y - before.Y));
        var head = new StringBuilder();
        Append(head, $"""<path class="head" d="M{at.X} {at.Y}L{at.X - (8 * x) - (4 * y)} {at.Y - (8 * y) - (4 * x)}L{at.X - (8 * x) + (4 * y)} {at.Y - (8 * y) + (4 * x)}Z"/>""");
        return head.ToString();
    }

    private static void Write(StringBuilder svg, DiagramNode node)
    {
        var type = node.State is null ? "Missing" : node.State is RawState ? "Pass" : node.State.Type;
        Line(svg, $"""<g class="node {type}" data-state="{Escape(node.Name)}" data-box="{node.Left} {node.Top} {node.Right} {node.Bottom}">""");
        Line(svg, $"<title>{Escape(node.Name + " (" + node.Caption + ")" + (node.State?.Comment is { } comment ? ": " + comment : ""))}</title>");
        Shape(svg, node, 0, "shape");
        if (node.IsEnd)
        {
            Shape(svg, node, 3, "end");
        }

        var y = node.Top + 22;
        foreach (var line in node.Lines)
        {
            Line(svg, $"""<text class="name" x="{node.X}" y="{y}">{Escape(line)}</text>""");
            y += DiagramBuilder.LineHeight;
        }

        Line(svg, $"""<text class="caption" x="{node.X}" y="{y - 1}">{Escape(node.Caption + (node.IsEnd ? ", end" : ""))}</text>""");
        Line(svg, $"</g>");
        var x = node.X - ((node.Inner.Sum(inner => inner.Width) + (DiagramBuilder.InnerGap * (node.Inner.Count - 1))) / 2);
        foreach (var inner in node.Inner)
        {
            var height = node.Inner.Max(other => other.Height);
            Line(svg, $"""<g transform="translate({x} {node.Bottom - height - DiagramBuilder.InnerGap})">""");
            Line(svg, $"""<rect class="inner" width="{inner.Width}" height="{height}" rx="6"/>""");
            Line(svg, $"""<g transform="translate(0 {DiagramBuilder.InnerStart})">""");
            Write(svg, inner);
            Line(svg, $"</g></g>");
            x += inner.Width + DiagramBuilder.InnerGap;
        }
    }

    private static void Shape(StringBuilder svg, DiagramNode node, int inset, string type)
    {
        var (left, top, right, bottom) = (node.Left + inset, node.Top + inset, node.Right - inset, node.Bottom - inset);
        if (node.State is ChoiceState)
        {
            var (start, end) = (left + DiagramNode.PointLength, right - DiagramNode.PointLength);
            Line(svg, $"""<path class="{type}" d="M{left} {node.Y}L{start} {top}H{end}L{right} {node.Y}L{end} {bottom}H{start}Z"/>""");
            return;
        }

        var radius = node.State is SucceedState or FailState or WaitState ? Math.Min(24, (bottom - top) / 2) : 6;
        Line(svg, $"""<rect class="{type}" x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" rx="{radius}"/>""");
    }

    private static string Describe(DiagramLayout layout)
    {
        var text = new StringBuilder();
        text.Append("Starts at ").Append(layout.Machine.StartAt).Append('.');
        foreach (var node in layout.Nodes)
        {
            var targets = layout.Edges.Where(edge => edge.From == node)
                .Select(edge => edge.To.Name + (edge.IsCatch ? " on an error" : edge.Label.Length > 0 ? " (" + edge.Label + ")" : ""));
            text.Append(' ').Append(node.Name).Append(": ").Append(node.Caption);
            var list = string.Join(", ", targets);
            text.Append(list.Length > 0 ? ", then " + list : "").Append('.');
        }

        return text.ToString();
    }

    private static int Distance((int X, int Y) from, (int X, int Y) to) => Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y);

    private static (int X, int Y) Toward((int X, int Y) from, (int X, int Y) to, int distance)
        => (from.X + (Math.Sign(to.X - from.X) * distance), from.Y + (Math.Sign(to.Y - from.Y) * distance));

    private static string Escape(string text) => IsPlain(text) ? text : Escaped(text);

    /// <summary>Whether a text needs no escape, as most texts do not.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (character is '&' or '<' or '>' or '"' or < ' ' or (>= '\uD800' and <= '\uDFFF') or '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return true;
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            switch (character)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '"':
                    escaped.Append("&quot;");
                    break;
                case '\n' or '\r' or '\t':
                    escaped.Append(' ');
                    break;
                case < ' ' or '\uFFFE' or '\uFFFF':
                    escaped.Append('\uFFFD');
                    break;
                default:
                    var isPair = char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                    if (isPair)
                    {
                        escaped.Append(character).Append(text[++i]);
                    }
                    else
                    {
                        escaped.Append(char.IsSurrogate(character) ? '\uFFFD' : character);
                    }

                    break;
            }
        }

        return escaped.ToString();
    }

    private static void Line(StringBuilder svg, [InterpolatedStringHandlerArgument(nameof(svg))] SvgText line) => line.To.Append('\n');

    private static void Append(StringBuilder svg, [InterpolatedStringHandlerArgument(nameof(svg))] SvgText text) => _ = text;
}
