namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>An action of a service.</summary>
/// <param name="Name">The name in the resource of a Task, such as <c>getItem</c>.</param>
/// <param name="Request">The structure of the arguments. It has no members if the action takes none.</param>
/// <param name="Response">The structure of the result. It has no members if the action answers nothing.</param>
/// <param name="Errors">The errors that the model declares, as <c>ErrorEquals</c> names them, such as <c>Rds.DbInstanceNotFoundException</c>.</param>
internal sealed record ApiAction(string Name, ApiShape Request, ApiShape Response, IReadOnlyList<string> Errors);
