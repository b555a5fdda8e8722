// Stepwise has an enumeration of this name for authors, which hides the object model's.
global using AslQueryLanguage = Stepwise.StatesLanguage.QueryLanguage;
global using Stepwise.StatesLanguage.Vocabulary;
