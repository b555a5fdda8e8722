using Stepwise.Generator.Compiler;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Flow;
using Stepwise.Generator.Kinds;
using Stepwise.Generator.Kinds.Choice;
using Stepwise.Generator.Kinds.Lambda;
using Stepwise.Generator.Kinds.Pass;
using Stepwise.Generator.Model;
using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Generator.Tests.Kinds;

/// <summary>A kind whose states run machines is analysed and built by its abstract members alone.</summary>
public sealed class NestedMachineTests
{
    private static readonly EquatableArray<RetryModel> _retry = new(new RetryModel(new EquatableArray<ErrorName>(new ErrorName("States.ALL", 0)), null, 3, null, null, null, 70));

    [Fact]
    public void A_branch_reads_a_value_that_every_path_to_it_sets() =>
        Assert.DoesNotContain(Analyse(Machine([Write("Set", "count", "Run"), Run(Branch([Read("Use", "count")]))])), IsAboutValues);

    [Fact]
    public void A_value_that_one_path_to_the_branch_does_not_set_is_reported_with_the_path_through_both_machines()
    {
        var findings = Analyse(Machine([Choose("Decide", "Set", "Run"), Write("Set", "count", "Run"), Run(Branch([Pass("First", "Use"), Read("Use", "count")]))]));

        var finding = Assert.Single(findings, IsAboutValues);
        Assert.Equal(DiagnosticIds.NotSetOnEveryPath, finding.Id);
        Assert.Equal("Start -> Decide -> Run -> First -> Use", finding.Arguments[2]);
        Assert.Equal("Set", finding.Arguments[3]);
    }

    [Fact]
    public void A_class_that_is_not_nested_reads_nothing_from_outside()
    {
        var findings = Analyse(Machine([Write("Set", "count", "Run"), Run(Branch([Read("Use", "count")]) with { IsNested = false })]));

        Assert.Equal(DiagnosticIds.UnknownValue, Assert.Single(findings, IsAboutValues).Id);
    }

    [Fact]
    public void A_value_that_a_branch_sets_does_not_leave_it()
    {
        var findings = Analyse(Machine([Run(Branch([Write("Set", "count", null)])) with { Declaration = Before("Run", "Use") }, Read("Use", "count")]));

        Assert.Equal(DiagnosticIds.UnknownValue, Assert.Single(findings, IsAboutValues).Id);
    }

    [Fact]
    public void A_state_of_a_branch_that_nothing_leads_to_is_reported()
    {
        var findings = Analyse(Machine([Run(Branch([Write("First", "a", null), Write("Second", "b", null)]))]));

        Assert.Equal("Second", Assert.Single(findings, static finding => finding.Id == DiagnosticIds.Unreachable).Arguments[0]);
    }

    [Theory]
    [InlineData(false, DiagnosticIds.NoRetry, DiagnosticIds.NoCatch)]
    [InlineData(true)]
    public void The_default_retry_reaches_the_tasks_of_a_branch_and_a_catcher_around_it_takes_their_errors(bool hasDefaults, params string[] expected)
    {
        var machine = Machine([Run(Branch([Task("Work")])) with { Declaration = Before("Run", "Done") }, Pass("Done", null)]);
        if (hasDefaults)
        {
            machine = machine with { Retry = _retry, Catch = new(new CatchModel(new EquatableArray<ErrorName>(new ErrorName("States.ALL", 0)), To("Done"), "error", 71)) };
        }

        // A default for tasks is not one for the state that runs them.
        var findings = Analyse(machine);
        Assert.Equal(expected, findings.Where(static finding => finding.Id is DiagnosticIds.NoRetry or DiagnosticIds.NoCatch && finding.Arguments[0] == "Work").Select(static finding => finding.Id));
        Assert.DoesNotContain(findings, static finding => finding.Id is DiagnosticIds.NoRetry && finding.Arguments[0] == "Run");
        Assert.DoesNotContain(findings, static finding => finding.Id is DiagnosticIds.CatchDefaultUnused);
    }

    [Theory]
    [InlineData(false, "Work")]
    [InlineData(true)]
    public void A_default_retry_that_leaves_out_the_errors_of_Lambda_is_reported_if_only_a_branch_invokes_a_function(bool hasOwn, params string[] expected)
    {
        var branch = Branch([Task("Work")]);
        var retry = new EquatableArray<RetryModel>(new RetryModel(new EquatableArray<ErrorName>(new ErrorName("Mine", 0)), null, 3, null, null, null, 70));
        var findings = Analyse(Machine([Run(hasOwn ? branch with { Retry = _retry } : branch)]) with { Retry = retry });

        Assert.Equal(expected, findings.Where(static finding => finding.Id is DiagnosticIds.LambdaTransientNotRetried).Select(static finding => finding.Arguments[0]));
    }

    [Fact]
    public void Branches_are_built_into_the_definition()
    {
        var machine = Machine([Write("Set", "total", "Run"), Run(Branch([Read("Use", "total")]))]);

        Assert.Equal(
            """{"StartAt":"Set","States":{"Set":{"Type":"Pass","Assign":{"total":1},"Next":"Run"},"Run":{"Type":"Parallel","Branches":[{"StartAt":"Use","States":{"Use":{"Type":"Pass","Output":"{% $total %}","End":true}}}],"End":true}}}""",
            Built(machine));
    }

    /// <summary>The variable of <c>count</c> has a suffix, because <c>$count</c> is a function. The branch's own <c>countValue</c> may not take its name.</summary>
    [Fact]
    public void A_branch_reads_the_variable_that_the_machine_around_it_assigns_whatever_its_own_values_are_called()
    {
        var readOwn = Read("ReadOwn", "countValue");
        readOwn = readOwn with { Result = new ResultModel("copy", WireType.Integer, 0), Declaration = readOwn.Declaration with { Next = To("Use"), End = false } };
        var branch = Branch([Write("Own", "countValue", "ReadOwn"), readOwn, Read("Use", "count")]);

        Assert.Equal(
            """{"StartAt":"Set","States":{"Set":{"Type":"Pass","Assign":{"countValue":1},"Next":"Run"},"Run":{"Type":"Parallel","Branches":[{"StartAt":"Own","States":{"Own":{"Type":"Pass","Assign":{"countValueValue":1},"Next":"ReadOwn"},"ReadOwn":{"Type":"Pass","Assign":{"copy":"{% $countValueValue %}"},"Next":"Use"},"Use":{"Type":"Pass","Output":"{% $countValue %}","End":true}}}],"End":true}}}""",
            Built(Machine([Write("Set", "count", "Run"), Run(branch)])));
    }

    /// <summary>Step Functions refuses an assignment in a branch to a variable of the machine around it.</summary>
    [Fact]
    public void A_value_of_a_branch_that_hides_one_of_the_machine_around_it_is_another_variable() =>
        Assert.Contains(
            """{"StartAt":"Own","States":{"Own":{"Type":"Pass","Assign":{"totalValue":1},"Next":"Use"},"Use":{"Type":"Pass","Output":"{% $totalValue %}","End":true}}}""",
            Built(Machine([Write("Set", "total", "Run"), Run(Branch([Write("Own", "total", "Use"), Read("Use", "total")]))])),
            StringComparison.Ordinal);

    private static bool IsAboutValues(DiagnosticInfo finding) => finding.Id.StartsWith("ASL2", StringComparison.Ordinal);

    private static string Built(MachineModel machine)
    {
        var flow = MachineFlow.Analyse(machine, ObjectShapes.None, static _ => { });
        var built = new MachineBuilder(new StateKinds(new PassKind(), new BranchesKind()), static finding => Assert.Fail(finding.ToString())).Build(flow, CancellationToken.None);
        return DefinitionWriter.Write(built!, indented: false);
    }

    private static List<DiagnosticInfo> Analyse(MachineModel machine)
    {
        var findings = new List<DiagnosticInfo>();
        MachineFlow.Analyse(machine, ObjectShapes.None, findings.Add);
        return findings;
    }

    private static MachineModel Machine(StateModel[] states) => new()
    {
        ClassName = "Machine",
        Anchor = 0,
        Start = new StartModel("Start", default, To(states[0].Member), 0),
        States = new EquatableArray<StateModel>(states),
    };

    private static MachineModel Branch(StateModel[] states) => Machine(states) with { ClassName = "Branch", IsNested = true };

    private static StateReference To(string member) => new(member, 0);

    private static StateDeclaration Declare(string name) => new() { Member = name, Name = name, Anchor = 0 };

    private static StateDeclaration Before(string name, string next) => Declare(name) with { Next = To(next) };

    private static StateDeclaration AtTheEnd(string name) => Declare(name) with { End = true };

    private static PassModel Pass(string name, string? next) => new() { Declaration = next is null ? AtTheEnd(name) : Before(name, next) };

    private static PassModel Write(string name, string value, string? next) => Pass(name, next) with
    {
        Value = new ConstantExpression(new JsonNumber(1L), WireType.Integer, 0),
        Result = new ResultModel(value, WireType.Integer, 0),
    };

    private static PassModel Read(string name, string value)
    {
        var read = new ValueExpression(value, WireType.Integer, 0);
        var parameter = new ParameterModel(value, value, WireType.Integer, ParameterRole.Value, IsPayload: false, value, HasSourcePath: false, read, 0, 0);
        return new PassModel { Declaration = AtTheEnd(name) with { Parameters = new(parameter) }, Value = read };
    }

    private static LambdaTaskModel Task(string name) => new() { Declaration = AtTheEnd(name), Function = "work", SubstitutionKey = "WorkFunctionArn" };

    private static ChoiceModel Choose(string name, string whenTrue, string otherwise) => new()
    {
        Declaration = Declare(name),
        Arms = new(new ChoiceArm(new ContextExpression("State.EnteredTime", WireType.Boolean, 0), To(whenTrue)), new ChoiceArm(null, To(otherwise))),
    };

    private static BranchesModel Run(MachineModel branch) => new() { Declaration = AtTheEnd("Run"), Branches = new EquatableArray<MachineModel>(branch) };
}
