using System;

namespace Dams.Tests.Support;

/// <summary>Says that a test provokes an error. A test checks that every error has one.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CoversErrorAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
