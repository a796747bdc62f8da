namespace Analytics.Export;

/// <summary>A tab of a workbook: a sheet of cells, or a chart on a page of its own.</summary>
/// <param name="Name">Wished name; shortened, cleaned and made unique where the program would refuse it.</param>
public abstract record WorkbookTab(string Name);
