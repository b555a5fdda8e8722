namespace Stepwise.Architecture.Tests;

/// <summary>A room is a folder of a project, and the namespace of the same name below the project's root namespace.</summary>
/// <param name="Project">The project, for example <c>Stepwise.Generator</c>.</param>
/// <param name="Name">The name below the root namespace, for example <c>Flow</c> or <c>Kinds.Lambda</c>; <see cref="Root"/> for files directly in the project's folder.</param>
internal readonly record struct Room(string Project, string Name)
{
    /// <summary>The name of the room that holds the files directly in the project's folder.</summary>
    public const string Root = "(root)";
}
