namespace Stepwise.Architecture.Tests;

/// <summary>One room uses another. The place is the first use, and the type is the one that it uses there.</summary>
internal sealed record Use(Room From, Room To, string Type, Place Place);
