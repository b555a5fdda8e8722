using System.Diagnostics;
using CsCheck;
using Snapshooter.Xunit;
using Stepwise.Deployment.Diagram;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Cost;

namespace Stepwise.Deployment.Tests.Diagram;

public sealed class SvgDiagramTests
{
    private const string Legend = ">on an error</text>";

    [Fact]
    public void The_campaign_looks_as_it_did() => SvgDiagram.Write(ReferenceMachine.Machine).MatchSnapshot();

    [Fact]
    public void Every_state_and_transition_is_in_the_picture()
    {
        var picture = new Picture(ReferenceMachine.Machine);
        Assert.Equal(ReferenceMachine.Machine.States.Select(state => state.Name).Order(), picture.States.Select(state => state.Name).Order());
        var expected = ReferenceMachine.Machine.States.SelectMany(Transition.FromState).Select(way => (way.From, way.To, way.Kind == TransitionKind.Catch)).Distinct().Order();
        Assert.Equal(expected, picture.Transitions.Order());
    }

    [Fact]
    public void The_main_path_runs_straight_down()
    {
        var picture = new Picture(ReferenceMachine.Machine);
        var main = MainPath.Of(ReferenceMachine.Machine).Select(picture.Find).ToList();
        Assert.Equal(10, main.Count);
        Assert.Single(main.Select(state => (state.Left + state.Right) / 2).Distinct());
        Assert.Equal(main.Select(state => state.Top).Order(), main.Select(state => state.Top));
    }

    [Fact]
    public void Ends_and_errors_stand_aside()
    {
        var picture = new Picture(ReferenceMachine.Machine);
        var edge = MainPath.Of(ReferenceMachine.Machine).Select(picture.Find).Max(state => state.Right);
        foreach (var name in new[] { "ValidationFailed", "NoContactsToProcess", "CampaignPaused", "CampaignCancelled", "NotifyFailure", "CampaignFailed", "ReportGenerationFailed" })
        {
            Assert.True(picture.Find(name).Left > edge, name);
        }
    }

    [Fact]
    public void The_campaign_has_no_crossing()
    {
        var layout = DiagramBuilder.Build(ReferenceMachine.Machine);
        var crossings = from one in layout.Edges
                        from other in layout.Edges
                        where one != other && one.From != other.From && one.To != other.To && Cross(one, other)
                        select one.From.Name + " → " + one.To.Name + " and " + other.From.Name + " → " + other.To.Name;
        Assert.Empty(crossings);
    }

    [Fact]
    public void No_line_runs_through_a_state_and_no_label_covers_one()
    {
        var layout = DiagramBuilder.Build(ReferenceMachine.Machine);
        foreach (var edge in layout.Edges)
        {
            foreach (var node in layout.Nodes)
            {
                for (var i = 1; i < edge.Points.Count; i++)
                {
                    Assert.False(Runs(edge.Points[i - 1], edge.Points[i], node), edge.From.Name + " → " + edge.To.Name + " through " + node.Name);
                }

                Assert.False(edge.Label.Length > 0 && edge.LabelAt.X > node.Left && edge.LabelAt.X < node.Right && edge.LabelAt.Y > node.Top && edge.LabelAt.Y < node.Bottom, edge.Label);
            }
        }
    }

    [Fact]
    public void The_legend_explains_a_Catch_at_any_depth()
    {
        State state = new PassState { Name = "Work", End = true };
        Assert.DoesNotContain(Legend, Draw(state), StringComparison.Ordinal);

        state = new TaskState { Name = "Work", Resource = "arn:aws:states:::sns:publish", Catch = [new() { ErrorEquals = ["States.ALL"], Next = "Work" }], End = true };
        for (var depth = 0; depth < 4; depth++)
        {
            Assert.Contains(Legend, Draw(state), StringComparison.Ordinal);
            state = new ParallelState { Name = "Level " + depth, Branches = [new() { StartAt = state.Name, States = [state] }], End = true };
        }

        static string Draw(State state) => SvgDiagram.Write(new() { StartAt = state.Name, States = [state] });
    }

    [Fact]
    public void It_is_the_same_every_time() => Assert.Equal(SvgDiagram.Write(ReferenceMachine.Machine), SvgDiagram.Write(ReferenceMachine.Read()));

    [Theory]
    [InlineData("<script>alert('&')</script>")]
    [InlineData("\"]]> & 'quotes' --><!--")]
    [InlineData("ThisNameHasExactlyEightyCharactersAndNothingAtAllInItAtWhichAPersonWouldBreakItxx")]
    [InlineData("mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm")]
    [InlineData("名前 with 🎉 emoji")]
    public void Any_name_can_be_drawn(string name)
    {
        var machine = new StateMachine { StartAt = name, States = [new WaitState { Name = name, Seconds = 1, Next = "End" }, new SucceedState { Name = "End" }] };
        var picture = new Picture(machine);
        var state = picture.Find(name);
        Assert.True(state.Right - state.Left <= 230);
        Assert.Contains(picture.Transitions, way => way == (name, "End", false));
    }

    [Fact]
    public void Machines_in_machines_are_drawn_inside()
    {
        var picture = new Picture(ReferenceMachine.Parse("""
            {"StartAt":"All","States":{"All":{"Type":"Parallel","Next":"Each","Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},{"StartAt":"B","States":{"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}}]},
             "Each":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"D","States":{"D":{"Type":"Pass","End":true}}}}}}
            """));
        Assert.Equal(["A", "All", "B", "C", "D", "Each"], picture.States.Select(state => state.Name).Order());
        foreach (var (inner, outer) in new[] { ("A", "All"), ("B", "All"), ("C", "All"), ("D", "Each") })
        {
            var (small, large) = (picture.Find(inner), picture.Find(outer));
            Assert.True(small.Left > large.Left && small.Right < large.Right && small.Top > large.Top && small.Bottom < large.Bottom, inner);
        }
    }

    [Fact]
    public void A_missing_target_and_an_unreachable_state_are_drawn()
    {
        var picture = new Picture(new() { StartAt = "A", States = [new PassState { Name = "A", Next = "Gone" }, new PassState { Name = "Island", Next = "A" }] });
        Assert.Equal(["A", "Gone", "Island"], picture.States.Select(state => state.Name).Order());
        Assert.Equal("A", Assert.Single(new Picture(new() { StartAt = "B", States = [new PassState { Name = "A", End = true }] }).States).Name);
    }

    [Fact]
    public void It_stands_alone_and_can_be_read_aloud()
    {
        var picture = new Picture(ReferenceMachine.Machine);
        Assert.DoesNotContain("href", picture.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", picture.Text, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", picture.Text, StringComparison.Ordinal);
        Assert.Contains("""role="img" aria-labelledby="title description""", picture.Text, StringComparison.Ordinal);
        Assert.Contains("IsCampaignComplete: Choice, then GenerateReport (status = completed)", picture.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_machines_lose_nothing_and_nothing_overlaps() => MachineGenerator.Machines(14).Sample(
        machine =>
        {
            var picture = new Picture(machine);
            foreach (var frame in picture.States.GroupBy(state => state.Frame))
            {
                var states = frame.ToList();
                for (var i = 0; i < states.Count; i++)
                {
                    Assert.True(states[i] is var one && one.Left >= 0 && one.Top >= 0 && one.Right <= picture.Width && one.Bottom <= picture.Height);
                    for (var j = i + 1; j < states.Count; j++)
                    {
                        Assert.False(states[i].Left < states[j].Right && states[j].Left < states[i].Right && states[i].Top < states[j].Bottom && states[j].Top < states[i].Bottom, states[i].Name + " and " + states[j].Name);
                    }
                }
            }

            var layout = DiagramBuilder.Build(machine);
            Assert.True(machine.States.All(state => layout.Nodes.Any(node => node.Name == state.Name)));
            Assert.Equal(
                machine.States.SelectMany(Transition.FromState).Select(way => (way.From, way.To, way.Kind == TransitionKind.Catch)).Distinct().Count(),
                layout.Edges.Count);
            Assert.All(WithNested(layout), LinesAvoidStatesAndStayInside);
        },
        iter: 100);

    [Fact]
    public void Nested_machines_stay_inside_their_frames() => MachineGenerator.Machines(8, depth: 3).Sample(
        machine =>
        {
            foreach (var node in WithNested(DiagramBuilder.Build(machine)).SelectMany(layout => layout.Nodes).Where(node => node.Inner.Count > 0))
            {
                Assert.True(node.Inner.Sum(inner => inner.Width) < node.Width && node.Inner.All(inner => inner.Height < node.Height), node.Name);
            }
        },
        iter: 60);

    [Fact]
    public void An_error_state_of_many_stands_right_of_all_that_leads_to_it_and_its_line_is_drawn_once()
    {
        var states = new List<State>();
        for (var i = 0; i < 12; i++)
        {
            states.Add(i % 4 == 3
                ? new ChoiceState { Name = "S" + i, Choices = [new() { Test = new ComparisonTest("$.a", "IsPresent", true), Next = "S" + (i + 1) }], Default = "Side" + i }
                : new TaskState { Name = "S" + i, Resource = "arn:aws:states:::sns:publish", Next = "S" + (i + 1), Catch = [new() { ErrorEquals = ["States.ALL"], Next = "Broken" }] });
            if (i % 4 == 3)
            {
                states.Add(new TaskState { Name = "Side" + i, Resource = "arn:aws:states:::sns:publish", Next = "S" + (i + 1), Catch = [new() { ErrorEquals = ["States.ALL"], Next = "Broken" }] });
            }
        }

        states.AddRange([new SucceedState { Name = "S12" }, new FailState { Name = "Broken" }]);
        var layout = DiagramBuilder.Build(new() { StartAt = "S0", States = states });
        var broken = layout.Nodes.Single(node => node.Name == "Broken");
        Assert.All(layout.Nodes.Where(node => node != broken), node => Assert.True(node.Right < broken.Left, node.Name));

        // Two dashed lines overlap only at the curve where one meets the other.
        var drawn = new DrawnLines();
        var lines = layout.Edges.Where(edge => edge.IsCatch).Select(edge => drawn.WithoutShared(edge, 7)).ToList();
        var parts = lines.SelectMany(points => Enumerable.Range(1, points.Count - 1).Select(i => (Start: points[i - 1], End: points[i]))).Where(part => Math.Abs(part.Start.X - part.End.X) + Math.Abs(part.Start.Y - part.End.Y) > 7).ToList();
        Assert.Contains(parts, part => part.Start.X == part.End.X);
        for (var i = 0; i < parts.Count; i++)
        {
            Assert.DoesNotContain(parts.Skip(i + 1), other => LieOnEachOther(parts[i], other));
        }
    }

    private static bool LieOnEachOther(((int X, int Y) Start, (int X, int Y) End) one, ((int X, int Y) Start, (int X, int Y) End) other)
    {
        static bool Overlap(int start, int end, int otherStart, int otherEnd) => Math.Max(Math.Min(start, end), Math.Min(otherStart, otherEnd)) < Math.Min(Math.Max(start, end), Math.Max(otherStart, otherEnd));

        return one.Start.X == one.End.X
            ? other.Start.X == one.Start.X && other.End.X == one.Start.X && Overlap(one.Start.Y, one.End.Y, other.Start.Y, other.End.Y)
            : other.Start.Y == one.Start.Y && other.End.Y == one.Start.Y && Overlap(one.Start.X, one.End.X, other.Start.X, other.End.X);
    }

    private static IEnumerable<DiagramLayout> WithNested(DiagramLayout layout) => layout.Nodes.SelectMany(node => node.Inner).SelectMany(WithNested).Prepend(layout);

    private static void LinesAvoidStatesAndStayInside(DiagramLayout layout)
    {
        foreach (var edge in layout.Edges)
        {
            Assert.All(layout.Nodes, node => Assert.DoesNotContain(Enumerable.Range(1, edge.Points.Count - 1), i => Runs(edge.Points[i - 1], edge.Points[i], node)));
            Assert.All(edge.Points, point => Assert.True(point.X >= 0 && point.Y >= -2 && point.X <= layout.Width && point.Y <= layout.Height));
        }

        for (var i = 0; i < layout.Nodes.Count; i++)
        {
            var one = layout.Nodes[i];
            Assert.True(one.Left >= 0 && one.Top >= 0 && one.Right <= layout.Width && one.Bottom <= layout.Height, one.Name);
            Assert.DoesNotContain(layout.Nodes.Skip(i + 1), other => one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom);
        }
    }

    [Fact]
    public void Two_hundred_states_take_reasonable_time()
    {
        var states = new List<State>();
        for (var i = 0; i < 200; i++)
        {
            states.Add(i % 5 == 4
                ? new ChoiceState { Name = "State" + i, Choices = [new() { Test = new ComparisonTest("$.a", "IsPresent", true), Next = "State" + ((i + 1) % 200) }, new() { Test = new ComparisonTest("$.b", "IsPresent", true), Next = "State" + (i * 7 % 200) }], Default = "State" + (i * 13 % 200) }
                : new TaskState { Name = "State" + i, Resource = "arn:aws:states:::sns:publish", Next = i == 199 ? null : "State" + (i + 1), End = i == 199, Catch = [new() { ErrorEquals = ["States.ALL"], Next = "State" + (i / 20 * 20 + 10) }] });
        }

        var watch = Stopwatch.StartNew();
        var picture = new Picture(new() { StartAt = "State0", States = states });
        Assert.Equal(200, picture.States.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    private static bool Runs((int X, int Y) start, (int X, int Y) end, DiagramNode node)
        => Math.Min(start.X, end.X) < node.Right && Math.Max(start.X, end.X) > node.Left && Math.Min(start.Y, end.Y) < node.Bottom && Math.Max(start.Y, end.Y) > node.Top
            && !(node.State is ChoiceState && (start.X == end.X ? Math.Min(Math.Abs(start.X - node.Left), Math.Abs(start.X - node.Right)) <= 18 : Math.Min(Math.Max(start.X, end.X) - node.Left, node.Right - Math.Min(start.X, end.X)) <= 18));

    private static bool Cross(DiagramEdge one, DiagramEdge other)
    {
        for (var i = 1; i < one.Points.Count; i++)
        {
            for (var j = 1; j < other.Points.Count; j++)
            {
                var ((x1, y1), (x2, y2), (x3, y3), (x4, y4)) = (one.Points[i - 1], one.Points[i], other.Points[j - 1], other.Points[j]);
                if (Math.Max(Math.Min(x1, x2), Math.Min(x3, x4)) <= Math.Min(Math.Max(x1, x2), Math.Max(x3, x4)) && Math.Max(Math.Min(y1, y2), Math.Min(y3, y4)) <= Math.Min(Math.Max(y1, y2), Math.Max(y3, y4)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
