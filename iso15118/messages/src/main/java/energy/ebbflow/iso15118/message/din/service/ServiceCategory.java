package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.WireName;

/** serviceCategoryType. A kind of service. */
public enum ServiceCategory implements WireName {
  /** {@code EVCharging}: charging. */
  EV_CHARGING("EVCharging"),
  /** {@code Internet}: access to the internet. */
  INTERNET("Internet"),
  /** {@code ContractCertificate}: installation or update of the contract certificate. */
  CONTRACT_CERTIFICATE("ContractCertificate"),
  /** {@code OtherCustom}: a service of the maker or the operator. */
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
