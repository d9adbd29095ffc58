"""The commands of those who follow up, and of those who keep order, by their names on the wire."""

from __future__ import annotations

from typing import Final

from moderation.cases import (
    closing,
    handing,
    judging,
    looking,
    queue,
    raising,
    statistics,
    talking,
    triage,
)
from moderation.cases import views as case_views
from moderation.conduct import appeals, audit, reporting, restraining, sanctions, told
from moderation.duty import devices, rota
from moderation.help import asking
from moderation.notices import pushing
from moderation.wordlist import deciding, proposing, showing
from moderation.wordlist import views as word_views
from rooms.command import Nothing
from web.verbs import Mode, Verb, read, write

VERBS: Final[tuple[Verb, ...]] = (
    read("report.list", reporting.ListReports, reporting.ReportPage),
    write("report.close", reporting.CloseReport, Nothing),
    read("case.list", queue.ListCases, case_views.CasePage),
    read("case.count", queue.CountCases, case_views.CaseCount),
    # It counts all that is kept of three months.
    Verb(
        "case.statistics",
        statistics.ShowStatistics,
        statistics.CaseStatistics,
        Mode.LONG_READ,
        "read",
    ),
    write("case.open", looking.OpenCase, case_views.OpenedCase),
    write("case.widen", looking.WidenCase, case_views.WidenedCase),
    write("case.claim", triage.ClaimCase, case_views.CaseAnswer),
    write("case.renew", triage.RenewCase, case_views.CaseAnswer),
    write("case.release", triage.ReleaseCase, case_views.CaseAnswer),
    write("case.note", triage.NoteCase, case_views.CaseAnswer),
    write("case.contact", talking.ContactCase, case_views.CaseAnswer),
    write("case.attempt", talking.AttemptCase, case_views.CaseAnswer),
    write("case.hand_over", handing.HandOverCase, case_views.CaseAnswer),
    write("case.accept", handing.AcceptCase, case_views.CaseAnswer),
    write("case.refuse", handing.RefuseCase, case_views.CaseAnswer),
    write("case.take_over", handing.TakeOverCase, case_views.CaseAnswer),
    write("case.stand_by", handing.StandByCase, case_views.CaseAnswer),
    write("case.resolve", closing.ResolveCase, case_views.CaseClosed),
    write("case.review", closing.ReviewCase, case_views.CaseAnswer),
    write("case.raise", raising.RaiseCase, case_views.CaseAnswer),
    write("case.practice", raising.PracticeCase, case_views.CaseAnswer),
    write("flag.judge", judging.JudgeFlag, Nothing),
    read("rota.list", rota.ListRota, rota.RotaPage),
    write("rota.add", rota.AddShift, rota.ShiftView),
    write("rota.remove", rota.RemoveShift, Nothing),
    write("rota.note", rota.NoteShift, rota.ShiftView),
    read("duty.show", devices.ShowDuty, devices.DutyView),
    write("duty.start", devices.StartDuty, devices.TestRang),
    write("duty.stop", devices.StopDuty, Nothing),
    write("alert.test", devices.RingAlert, devices.TestRang),
    write("alert.acknowledge", devices.AcknowledgeAlert, Nothing),
    write("push.subscribe", pushing.Subscribe, Nothing),
    write("push.unsubscribe", pushing.Unsubscribe, Nothing),
    read("lexicon.show", showing.ShowWordList, word_views.WordList),
    write("lexicon.propose", proposing.ProposeTerm, word_views.ListProposalAnswer),
    write("lexicon.revert", proposing.ProposeVersion, word_views.ListProposalAnswer),
    write("lexicon.approve", deciding.ApproveProposedWords, word_views.ListProposalAnswer),
    write("lexicon.refuse", proposing.RefuseProposedWords, word_views.ListProposalAnswer),
    write("lexicon.undo", deciding.UndoVersion, word_views.ListChanged),
    write("sanction.ban", sanctions.Ban, sanctions.Banned),
    write("sanction.lift", sanctions.LiftBan, Nothing),
    write("sanction.warn", restraining.WarnPerson, restraining.Sanctioned),
    write("sanction.take_back", restraining.TakeBackSanction, Nothing),
    read("sanction.list", appeals.ListSanctions, appeals.SanctionPage),
    read("sanction.mine", told.ShowMySanctions, told.MySanctions, anyhow=True),
    write("sanction.put_away", told.PutSanctionAway, Nothing, anyhow=True),
    write("appeal.make", told.MakeAppeal, Nothing, anyhow=True),
    read("appeal.list", appeals.ListAppeals, appeals.AppealPage),
    write("appeal.decide", appeals.DecideAppeal, Nothing),
    read("audit.list", audit.ListAudit, audit.AuditPage),
    read("help.list", asking.ListHelp, asking.HelpPage),
)
