namespace Stepwise.Architecture.Tests;

/// <summary>One room uses another: the first place that does, and the type that it uses there.</summary>
internal sealed record Use(Room From, Room To, string Type, Place Place);
