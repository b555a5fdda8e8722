using System.Globalization;
using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Diagnostics;

/// <summary>The descriptors of all diagnostics. A diagnostic that prevents the definition is not configurable; every other one is, in .editorconfig.</summary>
internal static class DiagnosticCatalogue
{
    private const string HelpLink = "https://github.com/stepwise-dotnet/stepwise/blob/main/docs/diagnostics/{0}.md";

    private static readonly Dictionary<string, DiagnosticDescriptor> _byId = new(StringComparer.Ordinal);

    public static readonly DiagnosticDescriptor InternalError = Blocking(DiagnosticIds.InternalError, "Stepwise failed on this workflow",
        "Stepwise failed on this workflow: {0}. This is a bug in Stepwise. Please report it with the source of the class");

    public static readonly DiagnosticDescriptor ClassNotPartial = Blocking(DiagnosticIds.ClassNotPartial, "A workflow class must be partial",
        "'{0}' must be partial: the generator adds its records and the bodies of its states");

    public static readonly DiagnosticDescriptor ClassNotSealed = Blocking(DiagnosticIds.ClassNotSealed, "A workflow class must be sealed",
        "'{0}' must be sealed{1}: a workflow class cannot have derived classes");

    public static readonly DiagnosticDescriptor ClassGeneric = Blocking(DiagnosticIds.ClassGeneric, "A workflow class cannot be generic",
        "'{0}' cannot be a workflow because '{1}' has type parameters: remove them");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Blocking(DiagnosticIds.ContainerNotPartial, "The class around a workflow must be partial",
        "'{0}' must be partial: the generator adds members to the workflow '{1}' inside it");

    public static readonly DiagnosticDescriptor MemberNotPartial = Blocking(DiagnosticIds.MemberNotPartial, "A state without a body must be partial",
        "'{0}' must be partial: it has no body, and the generator adds one");

    public static readonly DiagnosticDescriptor MemberWithoutAccessibility = Blocking(DiagnosticIds.MemberWithoutAccessibility, "A state needs an accessibility modifier",
        "'{0}' needs an accessibility modifier, such as public: without one, the compiler accepts the method even if the generator did not run");

    public static readonly DiagnosticDescriptor MemberShape = Blocking(DiagnosticIds.MemberShape, "The method does not fit its kind of state",
        "'{0}' does not fit its kind of state: {1}");

    public static readonly DiagnosticDescriptor NoStart = Blocking(DiagnosticIds.NoStart, "A workflow needs a start",
        "'{0}' has no [Start]: add a method '[Start(Next = nameof(...))] public static partial void Start(...);' whose parameters are the input");

    public static readonly DiagnosticDescriptor SeveralStarts = Blocking(DiagnosticIds.SeveralStarts, "A workflow can have only one start",
        "'{0}' is a second [Start]: '{1}' already declares the input. Remove one of them");

    public static readonly DiagnosticDescriptor InvalidWorkflowName = Blocking(DiagnosticIds.InvalidWorkflowName, "The workflow's name is not valid",
        "'{0}' is not a valid state machine name: use 1 to 80 of A-Z, a-z, 0-9, - and _");

    public static readonly DiagnosticDescriptor InvalidStateName = Blocking(DiagnosticIds.InvalidStateName, "The state's name is not valid",
        "'{0}' is not a valid state name: {1}. Set another name with StateName");

    public static readonly DiagnosticDescriptor DuplicateState = Blocking(DiagnosticIds.DuplicateState, "Two states have the same name",
        "The state name '{0}' is already used by '{1}': give one of the two methods another name or StateName");

    public static readonly DiagnosticDescriptor ReservedName = Blocking(DiagnosticIds.ReservedName, "The name is reserved",
        "'{0}' is reserved: {1}. Choose another name");

    public static readonly DiagnosticDescriptor SeveralStateAttributes = Blocking(DiagnosticIds.SeveralStateAttributes, "A method can be only one state",
        "'{0}' is already a [{1}] and cannot also be a [{2}]: remove one of the two attributes");

    public static readonly DiagnosticDescriptor InvalidAttributeValue = Blocking(DiagnosticIds.InvalidAttributeValue, "The attribute's value is not valid",
        "'{0}' cannot be {1}: {2}");

    public static readonly DiagnosticDescriptor SubstitutionCollision = Blocking(DiagnosticIds.SubstitutionCollision, "Two resources have the same substitution",
        "'{0}' and '{1}' would both be the substitution ${{{2}}}: rename one of them, so that the letters and digits differ");

    public static readonly DiagnosticDescriptor DuplicateWorkflow = Blocking(DiagnosticIds.DuplicateWorkflow, "Two workflows have the same name",
        "The name '{0}' is already used by '{1}': give each workflow its own name, because its files have that name", WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor GeneratedTypeInBody = Blocking(DiagnosticIds.GeneratedTypeInBody, "Generated types cannot be read by the generator",
        "'{0}' is generated, and the generator cannot read its own output: declare a record of your own, or read the values as parameters");

    public static readonly DiagnosticDescriptor InvalidRawJson = Blocking(DiagnosticIds.InvalidRawJson, "The JSON is not valid",
        "This JSON cannot be used as a state or as arguments: {0}");

    public static readonly DiagnosticDescriptor AttributeWithoutState = Blocking(DiagnosticIds.AttributeWithoutState, "The attribute has no effect here",
        "[{0}] has no effect on '{1}': {2}");

    public static readonly DiagnosticDescriptor UnknownAction = Blocking(DiagnosticIds.UnknownAction, "The service has no such action",
        "There is no action '{0}'. {1}");

    public static readonly DiagnosticDescriptor NextNotAState = Blocking(DiagnosticIds.NextNotAState, "The target is not a state",
        "'{0}' is not a state of this workflow: {1}");

    public static readonly DiagnosticDescriptor NeitherNextNorEnd = Blocking(DiagnosticIds.NeitherNextNorEnd, "A state needs Next or End",
        "'{0}' has no next state: write {1}");

    public static readonly DiagnosticDescriptor BothNextAndEnd = Blocking(DiagnosticIds.BothNextAndEnd, "A state cannot have both Next and End",
        "'{0}' has both Next and End: remove one of them");

    public static readonly DiagnosticDescriptor Unreachable = Blocking(DiagnosticIds.Unreachable, "The state cannot be reached",
        "'{0}' cannot be reached{1}: no Next, Choice or Catch on a path from the start leads to it. Step Functions rejects such a machine. Add a transition to it, or delete it");

    public static readonly DiagnosticDescriptor NoWayToAnEnd = Blocking(DiagnosticIds.NoWayToAnEnd, "The workflow cannot end",
        "'{0}' cannot end: it has no [Succeed], no [Fail] and no state with End = true. Step Functions rejects such a machine. Add one of them");

    public static readonly DiagnosticDescriptor Trap = Configurable(DiagnosticIds.Trap, "No path leads from the state to an end",
        "No path from '{0}' leads to an end: an execution that enters this state never ends by itself. Add a [Choice] that leaves the loop", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ChoiceArmNotAState = Blocking(DiagnosticIds.ChoiceArmNotAState, "A Choice arm is not a state",
        "'{0}' cannot be an arm of a [Choice]: {1}");

    public static readonly DiagnosticDescriptor EndlessLoopWithoutWait = Configurable(DiagnosticIds.EndlessLoopWithoutWait, "A loop runs without waiting",
        "The loop {0} runs without waiting: each iteration costs state transitions, and " + Limits.HistoryEvents.ToString("N0", CultureInfo.InvariantCulture) + " history events end the execution. Add a [Wait] to it", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor InvalidDefinition = Blocking(DiagnosticIds.InvalidDefinition, "The definition is not valid",
        "Step Functions would reject the definition at {1}: {0}");

    public static readonly DiagnosticDescriptor NotSetOnEveryPath = Blocking(DiagnosticIds.NotSetOnEveryPath, "A value is not set on every path",
        "'{0}' is not set on every path to '{1}': nothing sets it on {2}. It is set by {3}. Make the parameter nullable ('{4} {5}') and handle null, or lead that path to another state");

    public static readonly DiagnosticDescriptor UnknownValue = Blocking(DiagnosticIds.UnknownValue, "No value has this name",
        "'{1}' reads '{0}', but no value has this name: {2}");

    public static readonly DiagnosticDescriptor WrongType = Blocking(DiagnosticIds.WrongType, "The value has another type",
        "'{0}' is read as {1}, but the value is {2}: {3}");

    public static readonly DiagnosticDescriptor ResultNameWithTwoTypes = Blocking(DiagnosticIds.ResultNameWithTwoTypes, "One name is used for two types",
        "'{0}' is written with two types, {1} and {2}: give the result of {3} a ResultName of its own");

    public static readonly DiagnosticDescriptor ResultHidesInput = Blocking(DiagnosticIds.ResultHidesInput, "A result would overwrite an input",
        "'{0}' is a property of the input, and {1} would overwrite it: give the result another ResultName");

    public static readonly DiagnosticDescriptor ResultNeedsName = Blocking(DiagnosticIds.ResultNeedsName, "The result needs a name",
        "The result of '{0}' needs a ResultName, by which later states read it: no name follows from the type '{1}'");

    public static readonly DiagnosticDescriptor UnknownWireForm = Blocking(DiagnosticIds.UnknownWireForm, "The JSON form of the type is not known",
        "The JSON form of '{0}' is not known, so {1}. Such a value can only be passed on as a whole");

    public static readonly DiagnosticDescriptor OutputWithTwoTypes = Blocking(DiagnosticIds.OutputWithTwoTypes, "An output property has two types",
        "The output property '{0}' is {1} in one state and {2} in '{3}'. Rename one of them, or give both the same type");

    public static readonly DiagnosticDescriptor InvalidSource = Blocking(DiagnosticIds.InvalidSource, "The source cannot be read",
        "[From(\"{0}\")] cannot be read: {1}");

    public static readonly DiagnosticDescriptor InvalidArguments = Blocking(DiagnosticIds.InvalidArguments, "The action does not take these arguments",
        "The arguments of '{0}' do not fit its action: {1} (at {2})");

    public static readonly DiagnosticDescriptor DoubtfulArguments = Configurable(DiagnosticIds.DoubtfulArguments, "The call may not fit the API",
        "The call of '{0}' may not fit the API: {1} (at {2})", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnsupportedExpression = Blocking(DiagnosticIds.UnsupportedExpression, "The expression has no counterpart in ASL",
        "{0} has no counterpart in the Amazon States Language. {1}");

    public static readonly DiagnosticDescriptor NeedsJsonata = Blocking(DiagnosticIds.NeedsJsonata, "JSONPath cannot express this",
        "{0} cannot be expressed in JSONPath. {1}");

    public static readonly DiagnosticDescriptor CannotGuard = Blocking(DiagnosticIds.CannotGuard, "JSONPath fails on a missing value",
        "{0} may be missing or null here, and JSONPath has no value for that. {1}");

    public static readonly DiagnosticDescriptor InexactNumber = Configurable(DiagnosticIds.InexactNumber, "The number is not exact in JSON",
        "'{0}' uses a {1}, which Step Functions reads as a double: a value above 2^53 is rounded, and two different numbers can be equal. Use int, or pass the number as a string", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotAnalysed = Configurable(DiagnosticIds.NotAnalysed, "Not analysed",
        "'{0}' is emitted unchanged: Stepwise does not check what it reads and writes", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor InvalidJsonata = Blocking(DiagnosticIds.InvalidJsonata, "The JSONata is not valid",
        "Step Functions rejects this JSONata: {0}");

    public static readonly DiagnosticDescriptor DoubtfulJsonata = Configurable(DiagnosticIds.DoubtfulJsonata, "The JSONata cannot work",
        "Step Functions accepts this JSONata, but it fails or returns nothing when it runs: {0}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NestedTooDeeply = Blocking(DiagnosticIds.NestedTooDeeply, "The expression is nested too deeply",
        "This nests {0} evaluations in JSONata, and Step Functions allows {1}: compute a part of it in a local variable");

    public static readonly DiagnosticDescriptor InexactCase = Configurable(DiagnosticIds.InexactCase, "The case of some letters is not exact",
        "'{0}' changes the case of letters as JavaScript does: for 122 letters, such as 'ß' and 'ı', .NET gives another text. Change the case in a function, or set the severity to none if the text has no such letters", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor LooseSubstitution = Blocking(DiagnosticIds.LooseSubstitution, "The text looks like a substitution",
        "The deployment does not replace '{0}' in a text: write {1}. To keep it as it is, write {2}");

    public static readonly DiagnosticDescriptor NoRetry = Configurable(DiagnosticIds.NoRetry, "A task has no Retry",
        "'{0}' has no [Retry]: a transient failure fails the task. Put [Retry] on the method, or on the class for all tasks", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoCatch = Configurable(DiagnosticIds.NoCatch, "A task has no Catch",
        "'{0}' has no [Catch]: if the task fails, the execution fails, and no state handles the error. Put [Catch(Next = nameof(...))] on the method, or on the class for all tasks", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor CatchAllNotLast = Blocking(DiagnosticIds.CatchAllNotLast, "States.ALL must be alone and last",
        "States.ALL must be the only name of the last [{0}]: {1}. Step Functions rejects such a machine");

    public static readonly DiagnosticDescriptor MisspeltError = Configurable(DiagnosticIds.MisspeltError, "There is no such error",
        "There is no error '{0}': {1}", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor CatchDefaultUnused = Configurable(DiagnosticIds.CatchDefaultUnused, "The class's default applies to no task",
        "This [{0}] on the class applies to no task: {1}. Remove it", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TokenWithoutTimeout = Configurable(DiagnosticIds.TokenWithoutTimeout, "A task waits for its token without a timeout",
        "'{0}' waits for its task token without a timeout: if nobody sends the token back, the execution hangs. Set TimeoutSeconds or HeartbeatSeconds", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotRetriable = Configurable(DiagnosticIds.NotRetriable, "The error cannot be handled",
        "'{0}' cannot be retried or caught, so this name in [{1}] has no effect. Remove it", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ExceptionNotSealed = Blocking(DiagnosticIds.ExceptionNotSealed, "The exception is not sealed",
        "'{0}' is not sealed: Lambda reports only the name of the thrown type, not the names of its base types, so [Catch<{0}>] would miss derived exceptions. Seal it, or catch the derived types");

    public static readonly DiagnosticDescriptor LambdaTransientNotRetried = Configurable(DiagnosticIds.LambdaTransientNotRetried, "Lambda's own errors are not retried",
        "'{0}' does not retry the transient errors of the Lambda service: add [Retry(Errors.LambdaTransient)]", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor HeartbeatCatch = Configurable(DiagnosticIds.HeartbeatCatch, "A missed heartbeat is reported as States.Timeout",
        "This never catches a missed heartbeat: Step Functions reports it as States.Timeout. Catch Errors.Timeout", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor WildcardPermission = Configurable(DiagnosticIds.WildcardPermission, "The role gets a wildcard",
        "The role gets {1} on '{2}' for {0}. {3}. {4}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnknownPermission = Configurable(DiagnosticIds.UnknownPermission, "The permissions of this service are not known",
        "The role gets no permission for '{0}', because what {1} needs is not known. Add the permission to the role by hand", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor PolicyTooLarge = Configurable(DiagnosticIds.PolicyTooLarge, "The role's policy is too large",
        "The role policy of '{0}' has {1} characters without whitespace, but IAM allows {2} for all inline policies of a role, and the Terraform module and the templates write the policy inline. "
        + "Cover many resources with one [Resource] that has a wildcard, or move some of the tasks to another workflow", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnusedResource = Configurable(DiagnosticIds.UnusedResource, "The declared resource is not used",
        "'{1}' is not in the policy for '{0}': {2}. Remove it, or correct it", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor AtOnRule = Blocking(DiagnosticIds.AtOnRule, "A rule cannot use at()",
        "'{0}' works only in EventBridge Scheduler, but the rule '{1}' allows only rate() and cron(). Use [Schedule], or [DynamicSchedules] for times that are known at run time");

    public static readonly DiagnosticDescriptor InvalidSchedule = Blocking(DiagnosticIds.InvalidSchedule, "EventBridge cannot read the schedule",
        "EventBridge cannot read '{0}': {1}");

    public static readonly DiagnosticDescriptor ScheduledEventDetail = Blocking(DiagnosticIds.ScheduledEventDetail, "A scheduled event has no detail",
        "'{0}' finds nothing: the rule '{1}' runs on a schedule, and the detail of a scheduled event is empty. Set a constant Input, or a Pattern instead of the Schedule");

    public static readonly DiagnosticDescriptor InputMismatch = Blocking(DiagnosticIds.InputMismatch, "The input does not fit the contract",
        "The executions that {0} starts would fail: {1}");

    public static readonly DiagnosticDescriptor UnknownInputProperty = Configurable(DiagnosticIds.UnknownInputProperty, "The input has no such property",
        "No state reads '{0}' in the input of {1}. The input of the workflow has: {2}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor InvalidAlarm = Blocking(DiagnosticIds.InvalidAlarm, "CloudWatch cannot make the alarm",
        "'{0}' cannot be {1}: {2}");

    public static readonly DiagnosticDescriptor AlarmThresholdKind = Configurable(DiagnosticIds.AlarmThresholdKind, "The threshold is not for this metric",
        "'{0}' has no effect: {1} is measured as {2}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor LoggedPersonalData = Configurable(DiagnosticIds.LoggedPersonalData, "Personal data goes to the log",
        "IncludeExecutionData writes values that look like personal data to CloudWatch Logs: {0}. Remove it, or protect the log group and limit its retention as such data requires", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TriggerForm = Blocking(DiagnosticIds.TriggerForm, "A rule has one trigger and one input",
        "The rule '{0}' has {1}");

    public static readonly DiagnosticDescriptor InvalidTriggerJson = Blocking(DiagnosticIds.InvalidTriggerJson, "EventBridge cannot read the JSON",
        "'{0}' is not valid: {1}");

    public static readonly DiagnosticDescriptor UnknownTimeZone = Configurable(DiagnosticIds.UnknownTimeZone, "The time zone is not known",
        "There is no time zone '{0}' in the IANA database: {1}", DiagnosticSeverity.Warning);

    /// <summary>All descriptors, by id.</summary>
    public static IReadOnlyDictionary<string, DiagnosticDescriptor> All => _byId;

    /// <summary>Whether the diagnostic prevents the definition.</summary>
    public static bool IsBlocking(string id) => _byId.TryGetValue(id, out var descriptor) && IsBlocking(descriptor);

    /// <summary>The arguments of the message. An argument at the beginning of a sentence gets a capital letter.</summary>
    public static object[] ArgumentsOf(DiagnosticInfo finding)
    {
        var format = All[finding.Id].MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var arguments = new object[finding.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = finding.Arguments[i];
            var place = format.IndexOf("{" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "}", StringComparison.Ordinal);
            var begins = place == 0 || (place > 2 && format[place - 2] == '.' && format[place - 1] == ' ');
            arguments[i] = begins && argument.Length > 0 ? char.ToUpperInvariant(argument[0]) + argument.Substring(1) : argument;
        }

        return arguments;
    }

    private static bool IsBlocking(DiagnosticDescriptor descriptor)
    {
        foreach (var tag in descriptor.CustomTags)
        {
            if (tag == WellKnownDiagnosticTags.NotConfigurable)
            {
                return true;
            }
        }

        return false;
    }

    private static DiagnosticDescriptor Blocking(string id, string title, string format, params string[] tags) =>
        Add(id, title, format, DiagnosticSeverity.Error, [WellKnownDiagnosticTags.NotConfigurable, .. tags]);

    private static DiagnosticDescriptor Configurable(string id, string title, string format, DiagnosticSeverity severity) =>
        Add(id, title, format, severity);

    private static DiagnosticDescriptor Add(string id, string title, string format, DiagnosticSeverity severity, params string[] tags)
    {
        var category = id[3] switch
        {
            '0' => "Stepwise.Declaration",
            '1' => "Stepwise.Graph",
            '2' => "Stepwise.Values",
            '3' => "Stepwise.Translation",
            '4' => "Stepwise.Resilience",
            '5' when string.CompareOrdinal(id, DiagnosticIds.AtOnRule) < 0 || id is DiagnosticIds.PolicyTooLarge or DiagnosticIds.UnusedResource => "Stepwise.Permissions",
            _ => "Stepwise.Deployment",
        };
#pragma warning disable RS1032, RS1033, RS2000, RS2008 // Messages can have several sentences. A test checks the release files, because the analyzer cannot see descriptors that a method creates.
        var descriptor = new DiagnosticDescriptor(id, title, format, category, severity, isEnabledByDefault: true,
            helpLinkUri: string.Format(System.Globalization.CultureInfo.InvariantCulture, HelpLink, id), customTags: tags);
#pragma warning restore RS1032, RS1033, RS2000, RS2008
        _byId.Add(id, descriptor);
        return descriptor;
    }
}
