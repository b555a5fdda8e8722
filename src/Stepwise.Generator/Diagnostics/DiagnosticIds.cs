namespace Stepwise.Generator.Diagnostics;

/// <summary>The ids of all diagnostics. An id is never reused, and each has a page in docs/diagnostics.</summary>
internal static class DiagnosticIds
{
    // Declarations
    public const string InternalError = "ASL001";
    public const string ClassNotPartial = "ASL002";
    public const string ClassNotSealed = "ASL003";
    public const string ClassGeneric = "ASL004";
    public const string ContainerNotPartial = "ASL005";
    public const string MemberNotPartial = "ASL006";
    public const string MemberWithoutAccessibility = "ASL007";
    public const string MemberShape = "ASL008";
    public const string NoStart = "ASL009";
    public const string SeveralStarts = "ASL010";
    public const string InvalidWorkflowName = "ASL011";
    public const string InvalidStateName = "ASL012";
    public const string DuplicateState = "ASL013";
    public const string ReservedName = "ASL014";
    public const string SeveralStateAttributes = "ASL015";
    public const string InvalidAttributeValue = "ASL016";
    public const string SubstitutionCollision = "ASL017";
    public const string DuplicateWorkflow = "ASL018";
    public const string GeneratedTypeInBody = "ASL019";
    public const string InvalidRawJson = "ASL020";
    public const string AttributeWithoutState = "ASL021";
    public const string UnknownAction = "ASL022";

    // Graph
    public const string NextNotAState = "ASL101";
    public const string NeitherNextNorEnd = "ASL102";
    public const string BothNextAndEnd = "ASL103";
    public const string Unreachable = "ASL104";
    public const string NoWayToAnEnd = "ASL105";
    public const string Trap = "ASL106";
    public const string ChoiceArmNotAState = "ASL107";
    public const string EndlessLoopWithoutWait = "ASL108";
    public const string InvalidDefinition = "ASL109";

    // Values
    public const string NotSetOnEveryPath = "ASL201";
    public const string UnknownValue = "ASL202";
    public const string WrongType = "ASL203";
    public const string ResultNameWithTwoTypes = "ASL204";
    public const string ResultHidesInput = "ASL205";
    public const string ResultNeedsName = "ASL206";
    public const string UnknownWireForm = "ASL207";
    public const string OutputWithTwoTypes = "ASL208";
    public const string InvalidSource = "ASL209";
    public const string InvalidArguments = "ASL210";
    public const string DoubtfulArguments = "ASL211";

    // Translation
    public const string UnsupportedExpression = "ASL301";
    public const string NeedsJsonata = "ASL302";
    public const string CannotGuard = "ASL303";
    public const string InexactNumber = "ASL304";
    public const string NotAnalysed = "ASL305";
    public const string InvalidJsonata = "ASL306";
    public const string DoubtfulJsonata = "ASL307";
    public const string NestedTooDeeply = "ASL308";
    public const string InexactCase = "ASL309";
    public const string LooseSubstitution = "ASL310";

    // Resilience
    public const string NoRetry = "ASL401";
    public const string NoCatch = "ASL402";
    public const string CatchAllNotLast = "ASL403";
    public const string MisspeltError = "ASL404";
    public const string CatchDefaultUnused = "ASL405";
    public const string TokenWithoutTimeout = "ASL406";
    public const string NotRetriable = "ASL407";
    public const string ExceptionNotSealed = "ASL408";
    public const string LambdaTransientNotRetried = "ASL409";
    public const string HeartbeatCatch = "ASL410";

    // Permissions
    public const string WildcardPermission = "ASL501";
    public const string UnknownPermission = "ASL502";
    public const string PolicyTooLarge = "ASL513";
    public const string UnusedResource = "ASL514";

    // Deployment
    public const string AtOnRule = "ASL503";
    public const string InvalidSchedule = "ASL504";
    public const string ScheduledEventDetail = "ASL505";
    public const string InputMismatch = "ASL506";
    public const string UnknownInputProperty = "ASL507";
    public const string InvalidAlarm = "ASL508";
    public const string AlarmThresholdKind = "ASL509";
    public const string LoggedPersonalData = "ASL510";
    public const string TriggerForm = "ASL511";
    public const string InvalidTriggerJson = "ASL512";
    public const string UnknownTimeZone = "ASL515";
}
