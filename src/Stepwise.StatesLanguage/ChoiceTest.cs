namespace Stepwise.StatesLanguage;

/// <summary>What a rule of a JSONPath Choice tests.</summary>
public abstract record ChoiceTest;
