from dmi.audit.sealing import Sealed

TRAIL = Sealed("dtc_auditentry", "dtc_seal", mailed="treatment")
