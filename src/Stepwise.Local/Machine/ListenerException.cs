using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Local.Machine;

/// <summary><see cref="LocalOptions.EventListener"/> threw an exception. It ends the execution with <see cref="LocalErrors.ListenerFailed"/>.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is about an event.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It does not leave an execution.")]
internal sealed class ListenerException(HistoryEvent item, Exception inner)
    : Exception(FormattableString.Invariant($"{nameof(LocalOptions)}.{nameof(LocalOptions.EventListener)} threw an exception at the event {item.Id} ({item.Type}): {inner}"), inner);
