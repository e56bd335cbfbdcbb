using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Dams.Help;

/// <summary>Writes the XML that Get-Help reads (MAML).</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private static readonly string[] CommonSwitches = ["Confirm", "WhatIf"];

    public static XDocument Write(IEnumerable<(CmdletDescription Cmdlet, CmdletPage Page)> cmdlets) => new(
        new XElement(
            Root + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            cmdlets.Select(pair => WriteCommand(pair.Cmdlet, pair.Page))));

    private static XElement WriteCommand(CmdletDescription cmdlet, CmdletPage page) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun),
            new XElement(Maml + "description", Paragraph(page.Synopsis))),
        new XElement(Maml + "description", page.Description.Select(Paragraph)),
        new XElement(Command + "syntax", cmdlet.Sets.Select(set => WriteSyntax(cmdlet, set))),
        new XElement(Command + "parameters", cmdlet.Parameters.Select(parameter => WriteParameter(
            parameter, parameter.Uses[0], page.Parameters[parameter.Name]))),
        new XElement(Command + "inputTypes", Types(Command + "inputType", page.Inputs)),
        new XElement(Command + "returnValues", Types(Command + "returnValue", page.Outputs)),
        new XElement(Command + "examples", page.Examples.Select(WriteExample)),
        new XElement(Command + "relatedLinks", page.Related.Select(link => new XElement(
            Maml + "navigationLink", new XElement(Maml + "linkText", link)))));

    private static XElement WriteSyntax(CmdletDescription cmdlet, string set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", cmdlet.Name),
        cmdlet.In(set).Select(pair => WriteParameter(pair.Parameter, pair.Use, [])),
        cmdlet.AsksBefore ? CommonSwitches.Select(WriteCommonSwitch) : []);

    private static XElement WriteParameter(ParameterDescription parameter, ParameterUse use, IReadOnlyList<string> text) => new(
        Command + "parameter",
        new XAttribute("required", use.IsMandatory ? "true" : "false"),
        new XAttribute("globbing", parameter.AcceptsWildcards ? "true" : "false"),
        new XAttribute("pipelineInput", use.PipelineInput),
        new XAttribute("position", use.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(Maml + "name", parameter.Name),
        new XElement(Maml + "description", text.Select(Paragraph)),
        parameter.IsSwitch ? null : new XElement(
            Command + "parameterValue", new XAttribute("required", "true"), parameter.TypeName),
        new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName)));

    private static XElement WriteCommonSwitch(string name) => new(
        Command + "parameter",
        new XAttribute("required", "false"),
        new XAttribute("position", "named"),
        new XElement(Maml + "name", name));

    private static XElement WriteExample((string Title, string Code, IReadOnlyList<string> Remarks) example) => new(
        Command + "example",
        new XElement(Maml + "title", example.Title),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", example.Remarks.Select(Paragraph)));

    private static IEnumerable<XElement> Types(XName name, IReadOnlyList<string> paragraphs) => paragraphs.Select(paragraph =>
    {
        var parts = paragraph.Split(": ", 2);
        return new XElement(
            name,
            new XElement(Dev + "type", new XElement(Maml + "name", parts[0])),
            new XElement(Maml + "description", Paragraph(parts[^1])));
    });

    private static XElement Paragraph(string text) => new(Maml + "para", text);
}
