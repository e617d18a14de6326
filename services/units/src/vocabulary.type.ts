import type { CanonicalCategory, LocalityLevel, OrganKind, UnitSystem } from '@duban/kernel';
import { enumOf } from '@duban/kernel/graphql';
import type { PositionKind } from './events.js';
import type { UnitOrder } from './unit-list/unit-list.read.js';

export const LocalityLevelEnum = enumOf<LocalityLevel>(
  'LocalityLevel',
  '层级: level of a locality in the tree',
  {
    NATION: '全国: the nation, the root of the tree',
    PROVINCE: '省级: province, autonomous region or municipality',
    CITY: '市级: prefecture-level city or prefecture',
    COUNTY: '县级: county, district or county-level city',
  },
);

export const OrganKindEnum = enumOf<OrganKind>('OrganKind', '机构种类: what kind of body it is', {
  CONGRESS_PLENARY: '人民代表大会: plenary of the People’s Congress',
  PRESIDIUM: '主席团: presidium of the session',
  SESSION_MOTIONS_GROUP: '大会秘书处议案组: motions group of the session’s secretariat',
  STANDING_COMMITTEE: '人大常委会: standing committee of the congress',
  CHAIRPERSONS_MEETING: '主任会议: chairpersons’ meeting, which decides key suggestions',
  DEPUTY_AFFAIRS_COMMITTEE: '代表工作机构: deputy affairs committee, which runs the congress side',
  SPECIAL_COMMITTEE: '专门(工作)委员会: special committee, which supervises its counterpart units',
  CPPCC_PLENARY: '政协全会: plenary of the CPPCC committee',
  CPPCC_STANDING_COMMITTEE: '政协常委会: standing committee of the CPPCC committee',
  CPPCC_CHAIRPERSONS_MEETING: '政协主席会议: chairpersons’ meeting of the CPPCC committee',
  CPPCC_PROPOSAL_COMMITTEE: '提案委员会: proposal committee, which dockets proposals',
  CPPCC_SPECIAL_COMMITTEE: '政协专门委员会: special committee of the CPPCC',
  PARTY_OFFICE: '党委办公室: office of the party committee',
  ORGANISATION_DEPT: '组织部门: organisation department, which receives rating results',
  GOV_EXECUTIVE_MEETING: '政府常务会议: executive meeting of the government',
  GOV_OFFICE: '政府办公室: government office, which allocates and hands over',
  GOV_INSPECTION_OFFICE: '政府督查室: inspection office of the government',
  THIRD_PARTY: '第三方: surveyor from outside',
  MEDIA: '媒体: press and broadcasting',
});

export const UnitSystemEnum = enumOf<UnitSystem>('UnitSystem', '所属系统: which system a unit belongs to', {
  GOVERNMENT: '政府系统: government',
  PARTY_AND_MASS: '党群系统: party and mass organisations',
  CONGRESS: '人大系统: congress',
  CPPCC: '政协系统: CPPCC',
  SUPERVISORY: '监察系统: supervisory commission',
  COURT: '法院: court',
  PROCURATORATE: '检察院: procuratorate',
  MASS_ORG: '群团组织: mass organisation',
  GARRISON: '军队: garrison',
  VERTICAL: '垂直管理单位: unit under vertical administration',
  SOE: '国有企业: state-owned enterprise',
});

export const CanonicalCategoryEnum = enumOf<CanonicalCategory>(
  'CanonicalCategory',
  '通用分类: the short list that every locality’s categories map to',
  {
    ECONOMY: '经济发展: economy',
    FINANCE: '财税金融: finance and tax',
    INDUSTRY_TRANSPORT: '工业交通: industry and transport',
    AGRICULTURE_RURAL: '农业农村: agriculture and the countryside',
    URBAN_CONSTRUCTION: '城乡建设: construction and management of towns',
    ECOLOGY: '生态环境: ecology and environment',
    EDUCATION_SCIENCE_CULTURE_HEALTH_SPORT: '教科文卫体: education, science, culture, health, sport',
    SOCIAL_SECURITY_LIVELIHOOD: '社会保障与民生: social security and livelihood',
    POLITICS_LAW_UNITED_FRONT: '政法统战: politics, law, united front',
    OTHER: '其他: other',
  },
);

export const PositionKindEnum = enumOf<PositionKind>(
  'PositionKind',
  '岗位种类: one of the four levels of responsibility (四级责任)',
  {
    HEAD: '主要负责人: head of the unit',
    DEPUTY_HEAD: '分管负责人: deputy head of the unit',
    SECTION_HEAD: '科室负责人: head of a section',
    HANDLER: '具体承办人员: handler in a section',
  },
);

export const UnitOrderEnum = enumOf<UnitOrder>('UnitOrder', '单位排序: order of a list of units', {
  ORDINAL: '登记顺序: as the locality lists them',
  NAME: '名称拼音: by pinyin of the name',
});
