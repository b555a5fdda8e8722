using Stepwise.Generator.Model;
using Stepwise.Json;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Translation;

/// <summary>Fills the fields of ASL's states in one query language. A state's kind decides what is computed and where the value goes. The language decides which fields say so.</summary>
internal interface IQueryLanguage
{
    /// <summary>The value of a state's own <c>QueryLanguage</c>; null where it is the machine's.</summary>
    Asl.AslQueryLanguage? OfState { get; }

    /// <summary>Literal text of the author: nothing in it is an expression.</summary>
    JsonValue Text(string text, int anchor);

    /// <summary>Invokes a Lambda function, and puts its result where it goes.</summary>
    Asl.TaskState InvokeFunction(Asl.TaskState task, FunctionCall call, Destination destination);

    /// <summary>Calls a service with arguments that are computed, and puts its result where it goes.</summary>
    Asl.TaskState WithArguments(Asl.TaskState task, Expression arguments, Destination destination);

    /// <summary>Runs a task with arguments that the author wrote in this language, and puts its result where it goes.</summary>
    Asl.TaskState WithArguments(Asl.TaskState task, JsonValue? arguments, Destination destination);

    /// <summary>Puts a caught error into a value.</summary>
    Asl.Catcher WithError(Asl.Catcher catcher, string value);

    /// <summary>Sets the condition of a rule.</summary>
    Asl.ChoiceRule WithCondition(Asl.ChoiceRule rule, Expression condition);

    /// <summary>Waits for a computed time: a <see cref="SecondsExpression"/>, or an expression of type DateTimeOffset.</summary>
    Asl.WaitState WithTime(Asl.WaitState wait, Expression time);

    /// <summary>Computes a value, and puts it where it goes.</summary>
    Asl.PassState WithValue(Asl.PassState pass, Expression value, Destination destination);

    /// <summary>Ends the execution with an output.</summary>
    /// <param name="succeed">The state.</param>
    /// <param name="output">The output; null where the author wrote none.</param>
    /// <param name="anchor">Where an output that the language cannot express is reported.</param>
    Asl.SucceedState WithOutput(Asl.SucceedState succeed, Expression? output, int anchor);

    /// <summary>Ends the execution with a state that computes no output.</summary>
    T WithoutOutput<T>(T state)
        where T : Asl.State;

    /// <summary>Ends the execution with a cause that is computed.</summary>
    Asl.FailState WithCause(Asl.FailState fail, Expression cause);
}
