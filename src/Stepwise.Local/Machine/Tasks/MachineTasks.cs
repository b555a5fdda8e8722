namespace Stepwise.Local.Machine.Tasks;

/// <summary>The handlers of one machine.</summary>
/// <param name="Implementation">The object whose methods the handlers call.</param>
/// <param name="Handlers">The handlers.</param>
internal sealed record MachineTasks(object Implementation, LocalTasks Handlers);
