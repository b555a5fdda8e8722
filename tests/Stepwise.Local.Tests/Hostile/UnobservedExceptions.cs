using System.Collections.Concurrent;

namespace Stepwise.Local.Tests.Hostile;

/// <summary>Collects the exceptions of tasks that nobody looked at.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly ConcurrentQueue<Exception> _found = new();

    public UnobservedExceptions() => TaskScheduler.UnobservedTaskException += Note;

    /// <summary>Checks that there are none, after collecting everything that is left behind.</summary>
    public void AssertNone()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Empty(_found);
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    private void Note(object? sender, UnobservedTaskExceptionEventArgs unobserved) => _found.Enqueue(unobserved.Exception);
}
