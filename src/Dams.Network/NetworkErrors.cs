using System;
using static Dams.Core.ErrorFactory;

namespace Dams.Network;

/// <summary>What is wrong with a node, an association, and what goes over it.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file: a node is none of both.</remarks>
public static class NetworkErrors
{
    private const string RunAgain = "Run again with -Resume and the same -SentLog when it answers: what it confirmed is not sent twice.";

    internal static DamsException UnusableNode() => Configuration(
        nameof(UnusableNode),
        "A node is not written as AETITLE@host:port.",
        "Write it as ARCHIVE@pacs.example:104, or as dicom-tls://ARCHIVE@pacs.example:2762 for TLS; an IPv6 address in brackets.");

    internal static DamsException UnusableAETitle() => Configuration(
        nameof(UnusableAETitle),
        "An AE title has 1 to 16 printable characters of ASCII and no backslash; this one has not.",
        "Ask those who keep the archive how the title is written.");

    internal static DamsException UnknownHost(string node) => Configuration(
        nameof(UnknownHost),
        $"The host of {node} has no address.",
        "Check how the name is written, and that this machine asks the right name server.");

    internal static DamsException NobodyListens(string node) => Configuration(
        nameof(NobodyListens),
        $"{node} does not take the connection: nothing listens at that port, or a firewall refuses it.",
        "Check the port with those who keep the archive, and that it runs.");

    internal static DamsException NodeSilent(string node, int seconds) => Configuration(
        nameof(NodeSilent),
        $"{node} did not answer within {seconds} seconds.",
        "Check host and port and the firewalls between; a busy archive needs a longer -TimeoutSec.");

    internal static DamsException TlsFailed(string node, string why) => Configuration(
        nameof(TlsFailed),
        $"No TLS came about with {node}: {why}.",
        "See that both sides speak TLS at this port, and give the certificate of its issuer as -TrustedCertificate; where it asks for one of ours, give -Certificate.");

    internal static DamsException UnknownCalledAE(string node) => Configuration(
        nameof(UnknownCalledAE),
        $"{node} does not go by this AE title.",
        "Write the title that the archive calls itself; upper and lower case differ.");

    internal static DamsException UnknownCallingAE(string node, string title) => Configuration(
        nameof(UnknownCallingAE),
        $"{node} does not know {title}, which calls it.",
        "Have the archive enter this title and the address of this machine, or give a title that it knows as -CallingAETitle.");

    internal static DamsException AssociationRejected(string node, string why) => Configuration(
        nameof(AssociationRejected),
        $"{node} rejects the association: {why}.",
        "Try again later where it is busy; else ask those who keep the archive.");

    internal static DamsException ConnectionLost(string node) => Configuration(
        nameof(ConnectionLost),
        $"{node} closed the connection, or it broke.",
        "See that what listens there is a DICOM node and still runs, and that both sides speak TLS or neither. " + RunAgain);

    internal static DamsException ServiceNotOffered(string node, string expected) => Configuration(
        nameof(ServiceNotOffered),
        $"{node} does not offer {expected}.",
        "Ask those who keep the archive which node does.");

    internal static DamsException UnusableCertificate(string parameter) => Configuration(
        nameof(UnusableCertificate),
        $"The file of -{parameter} holds no certificate that can be used.",
        "Give a PEM or DER file; for a certificate of ours a PFX, or a PEM with its private key, and the right -CertificatePassword.");

    internal static DamsException NotProtected() => File(
        nameof(NotProtected),
        "The file does not show that Dams protected it, so it was not taken.",
        "Pipe what Protect-DicomPatient gives, or protect it first; -AllowIdentified takes it as it is.");

    internal static DamsException NestedTooDeep(int maximum) => Limit(
        nameof(NestedTooDeep),
        $"Sequences lie in one another more than {maximum} deep, which other programs may not survive.",
        "Leave the file out, or have it written anew; no known object comes near this limit.");

    internal static DamsException NotSendable(string why) => File(
        nameof(NotSendable),
        $"The file cannot be sent as it is: {why}.",
        "Have it written anew by a converter such as dcmconv, and send that.");

    internal static DamsException ClassNotAccepted(string node) => File(
        nameof(ClassNotAccepted),
        $"{node} takes no instance of this SOP class in this transfer syntax, and Dams does not convert.",
        "Have the archive accept it, or convert the file first, for instance with dcmconv or dcmdjpeg.");

    internal static DamsException StoreRefused(string node, int status) => File(
        nameof(StoreRefused),
        $"{node} did not store the instance: status {status:X4}.",
        "A7xx: the archive has no room; A9xx, Cxxx: it does not take this instance; its log says more.");

    internal static DamsException NodeLost(string node, int confirmed, int known) => Configuration(
        nameof(NodeLost),
        $"{node} was lost and did not come back; it confirmed {confirmed} of {known} instances.",
        RunAgain);

    internal static DamsException ResumeWithoutLog() => Configuration(
        nameof(ResumeWithoutLog),
        "-Resume needs the -SentLog in which the earlier run noted what the archive confirmed.",
        "Give -SentLog with the path that the earlier run had.");

    internal static DamsException UnusableSentLog(string path, Exception inner) => Configuration(
        nameof(UnusableSentLog),
        $"The list of what was confirmed cannot be kept at {path}: {Reason(inner)}.",
        "Choose a folder that this account may write to.",
        inner);

    internal static DamsException PortTaken(int port, string why) => Configuration(
        nameof(PortTaken),
        $"Port {port} cannot be listened at: {why}.",
        "Choose a free port; below 1024 some systems ask for more rights.");

    internal static DamsException UnusableAddress() => Configuration(
        nameof(UnusableAddress),
        "An address is neither one such as 10.1.2.3 nor a network such as 10.1.0.0/16.",
        "Write addresses as numbers; names are not looked up.");

    internal static DamsException Quarantined(string why) => File(
        nameof(Quarantined),
        $"What was received was put into quarantine: {why}.",
        "Look at the file in the folder quarantine of the destination; the sender was told that it was not stored.");

    internal static DamsException NoRoom() => File(
        nameof(NoRoom),
        "What came was not stored: the disk has less room than -MinimumFreeBytes.",
        "Make room; the sender was told, and sends again when it is asked to.");

    internal static DamsException UnwritableReceived(Exception inner) => File(
        nameof(UnwritableReceived),
        $"What came was not stored: {Reason(inner)}.",
        "See that the destination has room and that this account may write to it; the sender was told.",
        inner);

    internal static DamsException NothingToFind() => File(
        nameof(NothingToFind),
        "No patient, accession number or study is named: those of everybody would be listed.",
        "Give one of -PatientID, -AccessionNumber, -StudyInstanceUID and -StudyDate, or a row with a column that is named like one of the first three.");

    internal static DamsException FindRefused(string node, int status) => File(
        nameof(FindRefused),
        $"{node} did not answer the query: status {status:X4}.",
        "A7xx: it has too many matches or is busy; A9xx, Cxxx: it does not take this query; its log says more.");

    internal static DamsException UnusableDate() => File(
        nameof(UnusableDate),
        "A date of a query is neither a day nor a range of days.",
        "Write YYYYMMDD or YYYY-MM-DD, and ranges as 20240101-20240131, 20240101- or -20240131.");

    internal static DamsException NoStudyUid(int number) => File(
        nameof(NoStudyUid),
        $"Object {number} names no study: it lacks a StudyInstanceUID.",
        "Give what Find-DicomStudy gives, or rows with the column StudyInstanceUID.");

    internal static DamsException MoveRefused(string node, int status) => File(
        nameof(MoveRefused),
        $"{node} did not send the study: status {status:X4}.",
        "A7xx: it has no room or is busy; its log says more.");

    internal static DamsException UnknownMoveDestination(string node, string title) => File(
        nameof(UnknownMoveDestination),
        $"{node} does not know {title} as a destination.",
        "Have the archive enter this title with the address of this machine and -ListenPort, or give a title that it knows as -CallingAETitle.");

    internal static DamsException StudyIncomplete(int received, int failed) => File(
        nameof(StudyIncomplete),
        $"The study came in part: {received} instances came, {(failed > 0 ? $"{failed}" : "others")} did not.",
        "Request it again; see the quarantine and the log of the archive.");

    internal static DamsException StudyNotThere(string node) => File(
        nameof(StudyNotThere),
        $"{node} sent nothing of the study.",
        "Check that the study is there and not offline; a study that was found may be moved only by those whom the archive lets.");

    internal static DamsException DirectoryThere() => Configuration(
        nameof(DirectoryThere),
        "The destination holds a DICOMDIR or a folder DICOM already.",
        "Choose an empty folder; a media directory is not added to.");

    internal static DamsException NotListable(string why) => File(
        nameof(NotListable),
        $"The instance cannot be listed in a media directory: {why}.",
        "Leave it out, or have it written anew.");

    internal static DamsException UnusableUri() => Configuration(
        nameof(UnusableUri),
        "The address of -Uri is not one of a DICOMweb service.",
        "Write it as https://pacs.example/dicom-web: what stands before /studies, without user name, query or fragment.");

    internal static DamsException UnencryptedUri() => Configuration(
        nameof(UnencryptedUri),
        "The address of -Uri is one without TLS that leads to another machine: names, images and passwords would go in the clear.",
        "Write https; -AllowUnencryptedAuthentication takes it as it is.");

    internal static DamsException NoArchiveGiven() => Configuration(
        nameof(NoArchiveGiven),
        "One of -Node and -Uri says which archive is meant; none or both are given.",
        "Give -Node for an archive that speaks DICOM, -Uri for one that speaks DICOMweb.");

    internal static DamsException UnusableCredential(string why) => Configuration(
        nameof(UnusableCredential),
        $"It is not clear how to sign in: {why}.",
        "Give -Credential, -Token or -Certificate as those who keep the archive say.");

    internal static DamsException SignInRefused(string service) => Configuration(
        nameof(SignInRefused),
        $"{service} does not know who asks (401).",
        "Give -Credential, -Token or -Certificate as those who keep the archive say; a token may have run out.");

    internal static DamsException Redirected(string service) => Configuration(
        nameof(Redirected),
        $"{service} sends on to another address, to which neither queries nor passwords are given.",
        "Ask those who keep the archive whether that address is the right one, and give it as -Uri.");

    internal static DamsException ServiceBusy(string service, int status) => Configuration(
        nameof(ServiceBusy),
        $"{service} is busy (status {status}), and stayed so.",
        "Run again later. " + RunAgain);

    internal static DamsException WebRefused(string service, int status) => File(
        nameof(WebRefused),
        $"{service} did not do what it was asked for: status {status}.",
        "400: it does not take such a query; 403: this account may not; 404: no service is at this address; 409, 5xx: its log says more.");

    internal static DamsException UnusableAnswer(string service, string why) => File(
        nameof(UnusableAnswer),
        $"{service} gave an answer that cannot be used: {why}.",
        "See that -Uri leads to a DICOMweb service and not to a page for people; its log may say more.");

    internal static DamsException TooManyMatches(string service) => File(
        nameof(TooManyMatches),
        $"{service} has more matches than it tells.",
        "Ask for less: one patient, one accession number, or a shorter range of days.");

    internal static DamsException StudyBroken(int received, string why) => File(
        nameof(StudyBroken),
        $"The study came in part: after {received} instances the answer broke off ({why}).",
        "Request it again: what came is replaced.");
}
