package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.WireName;

/** serviceCategoryType. A kind of service. */
public enum ServiceCategory implements WireName {
  /** {@code EVCharging}. */
  EV_CHARGING("EVCharging"),
  /** {@code Internet}. */
  INTERNET("Internet"),
  /** {@code ContractCertificate}. */
  CONTRACT_CERTIFICATE("ContractCertificate"),
  /** {@code OtherCustom}. */
  OTHER_CUSTOM("OtherCustom");

  private final String wireName;

  ServiceCategory(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
