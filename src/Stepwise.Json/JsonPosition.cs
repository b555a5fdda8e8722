namespace Stepwise.Json;

/// <summary>A position in JSON text.</summary>
/// <param name="Line">The line, counted from 1. Lines end with <c>\n</c>, <c>\r\n</c> or <c>\r</c>.</param>
/// <param name="Column">The column, counted from 1, in UTF-16 units.</param>
/// <param name="Offset">The number of UTF-16 units before the position.</param>
public readonly record struct JsonPosition(int Line, int Column, int Offset);
