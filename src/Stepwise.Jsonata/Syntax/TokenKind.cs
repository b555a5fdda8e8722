namespace Stepwise.Jsonata.Syntax;

/// <summary>The kind of a token. Each operator has a kind, so that the parser does not compare texts.</summary>
internal enum TokenKind
{
    End,
    Name,
    Variable,
    String,
    Number,

    /// <summary><c>true</c>, <c>false</c>, <c>null</c>.</summary>
    Value,
    Regex,

    Dot,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    OpenParenthesis,
    CloseParenthesis,
    Comma,
    At,
    Hash,
    Semicolon,
    Colon,
    Question,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Bar,
    Equal,
    Less,
    Greater,
    Caret,
    DoubleStar,
    Range,
    Bind,
    NotEqual,
    LessOrEqual,
    GreaterOrEqual,
    Apply,
    And,
    Or,
    In,
    Ampersand,

    /// <summary><c>??</c>, newer than 2.0.6.</summary>
    Coalesce,

    /// <summary><c>?:</c>, newer than 2.0.6.</summary>
    Default,
}
