package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.WireName;

/** responseCodeType. How a request went: OK, a warning, or FAILED. */
public enum ResponseCode implements WireName {
  /** {@code OK}. */
  OK("OK"),
  /** {@code OK_CertificateExpiresSoon}. */
  OK_CERTIFICATE_EXPIRES_SOON("OK_CertificateExpiresSoon"),
  /** {@code OK_NewSessionEstablished}. */
  OK_NEW_SESSION_ESTABLISHED("OK_NewSessionEstablished"),
  /** {@code OK_OldSessionJoined}. */
  OK_OLD_SESSION_JOINED("OK_OldSessionJoined"),
  /** {@code OK_PowerToleranceConfirmed}. */
  OK_POWER_TOLERANCE_CONFIRMED("OK_PowerToleranceConfirmed"),
  /** {@code WARNING_AuthorizationSelectionInvalid}. */
  WARNING_AUTHORIZATION_SELECTION_INVALID("WARNING_AuthorizationSelectionInvalid"),
  /** {@code WARNING_CertificateExpired}. */
  WARNING_CERTIFICATE_EXPIRED("WARNING_CertificateExpired"),
  /** {@code WARNING_CertificateNotYetValid}. */
  WARNING_CERTIFICATE_NOT_YET_VALID("WARNING_CertificateNotYetValid"),
  /** {@code WARNING_CertificateRevoked}. */
  WARNING_CERTIFICATE_REVOKED("WARNING_CertificateRevoked"),
  /** {@code WARNING_CertificateValidationError}. */
  WARNING_CERTIFICATE_VALIDATION_ERROR("WARNING_CertificateValidationError"),
  /** {@code WARNING_ChallengeInvalid}. */
  WARNING_CHALLENGE_INVALID("WARNING_ChallengeInvalid"),
  /** {@code WARNING_EIMAuthorizationFailure}. */
  WARNING_EIM_AUTHORIZATION_FAILURE("WARNING_EIMAuthorizationFailure"),
  /** {@code WARNING_eMSPUnknown}. */
  WARNING_EMSP_UNKNOWN("WARNING_eMSPUnknown"),
  /** {@code WARNING_EVPowerProfileViolation}. */
  WARNING_EV_POWER_PROFILE_VIOLATION("WARNING_EVPowerProfileViolation"),
  /** {@code WARNING_GeneralPnCAuthorizationError}. */
  WARNING_GENERAL_PNC_AUTHORIZATION_ERROR("WARNING_GeneralPnCAuthorizationError"),
  /** {@code WARNING_NoCertificateAvailable}. */
  WARNING_NO_CERTIFICATE_AVAILABLE("WARNING_NoCertificateAvailable"),
  /** {@code WARNING_NoContractMatchingPCIDFound}. */
  WARNING_NO_CONTRACT_MATCHING_PCID_FOUND("WARNING_NoContractMatchingPCIDFound"),
  /** {@code WARNING_PowerToleranceNotConfirmed}. */
  WARNING_POWER_TOLERANCE_NOT_CONFIRMED("WARNING_PowerToleranceNotConfirmed"),
  /** {@code WARNING_ScheduleRenegotiationFailed}. */
  WARNING_SCHEDULE_RENEGOTIATION_FAILED("WARNING_ScheduleRenegotiationFailed"),
  /** {@code WARNING_StandbyNotAllowed}. */
  WARNING_STANDBY_NOT_ALLOWED("WARNING_StandbyNotAllowed"),
  /** {@code WARNING_WPT}. */
  WARNING_WPT("WARNING_WPT"),
  /** {@code FAILED}. */
  FAILED("FAILED"),
  /** {@code FAILED_AssociationError}. */
  FAILED_ASSOCIATION_ERROR("FAILED_AssociationError"),
  /** {@code FAILED_ContactorError}. */
  FAILED_CONTACTOR_ERROR("FAILED_ContactorError"),
  /** {@code FAILED_EVPowerProfileInvalid}. */
  FAILED_EV_POWER_PROFILE_INVALID("FAILED_EVPowerProfileInvalid"),
  /** {@code FAILED_EVPowerProfileViolation}. */
  FAILED_EV_POWER_PROFILE_VIOLATION("FAILED_EVPowerProfileViolation"),
  /** {@code FAILED_MeteringSignatureNotValid}. */
  FAILED_METERING_SIGNATURE_NOT_VALID("FAILED_MeteringSignatureNotValid"),
  /** {@code FAILED_NoEnergyTransferServiceSelected}. */
  FAILED_NO_ENERGY_TRANSFER_SERVICE_SELECTED("FAILED_NoEnergyTransferServiceSelected"),
  /** {@code FAILED_NoServiceRenegotiationSupported}. */
  FAILED_NO_SERVICE_RENEGOTIATION_SUPPORTED("FAILED_NoServiceRenegotiationSupported"),
  /** {@code FAILED_PauseNotAllowed}. */
  FAILED_PAUSE_NOT_ALLOWED("FAILED_PauseNotAllowed"),
  /** {@code FAILED_PowerDeliveryNotApplied}. */
  FAILED_POWER_DELIVERY_NOT_APPLIED("FAILED_PowerDeliveryNotApplied"),
  /** {@code FAILED_PowerToleranceNotConfirmed}. */
  FAILED_POWER_TOLERANCE_NOT_CONFIRMED("FAILED_PowerToleranceNotConfirmed"),
  /** {@code FAILED_ScheduleRenegotiation}. */
  FAILED_SCHEDULE_RENEGOTIATION("FAILED_ScheduleRenegotiation"),
  /** {@code FAILED_ScheduleSelectionInvalid}. */
  FAILED_SCHEDULE_SELECTION_INVALID("FAILED_ScheduleSelectionInvalid"),
  /** {@code FAILED_SequenceError}. */
  FAILED_SEQUENCE_ERROR("FAILED_SequenceError"),
  /** {@code FAILED_ServiceIDInvalid}. */
  FAILED_SERVICE_ID_INVALID("FAILED_ServiceIDInvalid"),
  /** {@code FAILED_ServiceSelectionInvalid}. */
  FAILED_SERVICE_SELECTION_INVALID("FAILED_ServiceSelectionInvalid"),
  /** {@code FAILED_SignatureError}. */
  FAILED_SIGNATURE_ERROR("FAILED_SignatureError"),
  /** {@code FAILED_UnknownSession}. */
  FAILED_UNKNOWN_SESSION("FAILED_UnknownSession"),
  /** {@code FAILED_WrongChargeParameter}. */
  FAILED_WRONG_CHARGE_PARAMETER("FAILED_WrongChargeParameter");

  private final String wireName;

  ResponseCode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
