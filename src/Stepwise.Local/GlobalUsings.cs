global using Stepwise.StatesLanguage.Vocabulary;
