namespace Stepwise.Benchmarks.Keystroke;

/// <summary>What is typed.</summary>
internal enum Edit
{
    /// <summary>In a method of a file that has nothing to do with any generator.</summary>
    Unrelated,

    /// <summary>In a declaration of such a file. It could change what any name means, so that all classes are read again.</summary>
    Declaration,

    /// <summary>In a comment inside one of the classes that the generator reads.</summary>
    Comment,

    /// <summary>In the body of one workflow's state.</summary>
    Body,

    /// <summary>In the parameters of one workflow's state: what is generated changes.</summary>
    Signature,
}
