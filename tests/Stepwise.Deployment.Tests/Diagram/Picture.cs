using System.Globalization;
using System.Xml.Linq;
using Stepwise.Deployment.Diagram;
using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Tests.Diagram;

/// <summary>An SVG picture, read back.</summary>
internal sealed class Picture
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    public Picture(StateMachine machine)
    {
        Text = SvgDiagram.Write(machine);
        Root = XDocument.Parse(Text).Root!;
        Collect(Root, 0, 0, "");
    }

    public string Text { get; }

    public XElement Root { get; }

    /// <summary>The states: the frame that they stand in, and the place in the whole picture.</summary>
    public List<(string Frame, string Name, int Left, int Top, int Right, int Bottom)> States { get; } = [];

    public List<(string From, string To, bool IsCatch)> Transitions { get; } = [];

    public int Width => int.Parse(Root.Attribute("width")!.Value, CultureInfo.InvariantCulture);

    public int Height => int.Parse(Root.Attribute("height")!.Value, CultureInfo.InvariantCulture);

    public (string Frame, string Name, int Left, int Top, int Right, int Bottom) Find(string name) => States.Single(state => state.Name == name);

    private void Collect(XElement element, int x, int y, string frame)
    {
        var number = 0;
        foreach (var child in element.Elements(_svg + "g"))
        {
            if (child.Attribute("transform")?.Value is { } transform)
            {
                var parts = transform["translate(".Length..^1].Split(' ');
                Collect(child, x + int.Parse(parts[0], CultureInfo.InvariantCulture), y + int.Parse(parts[1], CultureInfo.InvariantCulture), frame + "/" + (++number).ToString(CultureInfo.InvariantCulture));
            }
            else if (child.Attribute("data-box")?.Value is { } box)
            {
                var sides = box.Split(' ').Select(side => int.Parse(side, CultureInfo.InvariantCulture)).ToArray();
                States.Add((frame, child.Attribute("data-state")!.Value, sides[0] + x, sides[1] + y, sides[2] + x, sides[3] + y));
            }
            else if (child.Attribute("data-from")?.Value is { } from)
            {
                Transitions.Add((from, child.Attribute("data-to")!.Value, child.Attribute("class")!.Value.Contains("catch", StringComparison.Ordinal)));
            }
        }
    }
}
