using System.Collections.Generic;
using Dams.Cleaning;
using Dams.Subjects;

namespace Dams.Sidecars;

/// <summary>The patient of an XML file.</summary>
/// <param name="Identity">The pseudonym.</param>
/// <param name="Known">The identifying values of images and XML.</param>
/// <param name="Uids">The UIDs of the patient's studies and series.</param>
internal sealed record SidecarPatient(NewIdentity Identity, KnownValues Known, IReadOnlyCollection<string> Uids);
