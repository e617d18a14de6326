/** A matter a ledger may speak of: where it is filed, which unit it suits (part of a unit's name), what is asked. */
export type Topic = { readonly category: string; readonly unit: string; readonly ask: string };

/** Everyday matters of a Chinese city, for generated ledgers only. Categories are the canonical ones. */
export const TOPICS: readonly Topic[] = [
  { category: 'URBAN_CONSTRUCTION', unit: '住房', ask: '加快老旧小区加装电梯' },
  { category: 'URBAN_CONSTRUCTION', unit: '住房', ask: '完善老城区雨污分流管网' },
  { category: 'URBAN_CONSTRUCTION', unit: '城市管理', ask: '规范共享单车停放秩序' },
  { category: 'URBAN_CONSTRUCTION', unit: '城市管理', ask: '增设便民停车泊位' },
  { category: 'URBAN_CONSTRUCTION', unit: '自然资源', ask: '盘活闲置工业用地' },
  { category: 'INDUSTRY_TRANSPORT', unit: '交通', ask: '优化城乡公交线路' },
  { category: 'INDUSTRY_TRANSPORT', unit: '交通', ask: '修缮农村危桥' },
  { category: 'INDUSTRY_TRANSPORT', unit: '工业', ask: '扶持专精特新中小企业' },
  { category: 'INDUSTRY_TRANSPORT', unit: '工业', ask: '推进园区标准厂房建设' },
  { category: 'ECONOMY', unit: '发展和改革', ask: '加快充电基础设施布局' },
  { category: 'ECONOMY', unit: '商务', ask: '培育夜间消费集聚区' },
  { category: 'ECONOMY', unit: '市场监督', ask: '加强校园周边食品安全监管' },
  { category: 'FINANCE', unit: '财政', ask: '完善政府采购支持中小企业政策' },
  { category: 'AGRICULTURE_RURAL', unit: '农业农村', ask: '推进高标准农田建设' },
  { category: 'AGRICULTURE_RURAL', unit: '农业农村', ask: '打造油茶区域公共品牌' },
  { category: 'AGRICULTURE_RURAL', unit: '水利', ask: '加固小型病险水库' },
  { category: 'AGRICULTURE_RURAL', unit: '林业', ask: '发展林下经济' },
  { category: 'ECOLOGY', unit: '生态环境', ask: '加强饮用水水源地保护' },
  { category: 'ECOLOGY', unit: '生态环境', ask: '治理城区餐饮油烟' },
  { category: 'EDUCATION_SCIENCE_CULTURE_HEALTH_SPORT', unit: '教育', ask: '增加城区普惠性幼儿园学位' },
  { category: 'EDUCATION_SCIENCE_CULTURE_HEALTH_SPORT', unit: '教育', ask: '改善乡村教师住宿条件' },
  { category: 'EDUCATION_SCIENCE_CULTURE_HEALTH_SPORT', unit: '卫生健康', ask: '提升基层医疗服务能力' },
  { category: 'EDUCATION_SCIENCE_CULTURE_HEALTH_SPORT', unit: '文化', ask: '保护利用历史文化街区' },
  { category: 'EDUCATION_SCIENCE_CULTURE_HEALTH_SPORT', unit: '文化', ask: '建设社区健身场地' },
  { category: 'SOCIAL_SECURITY_LIVELIHOOD', unit: '民政', ask: '发展社区居家养老服务' },
  { category: 'SOCIAL_SECURITY_LIVELIHOOD', unit: '医疗保障', ask: '扩大门诊慢特病病种范围' },
  { category: 'SOCIAL_SECURITY_LIVELIHOOD', unit: '人力资源', ask: '加强返乡农民工技能培训' },
  { category: 'SOCIAL_SECURITY_LIVELIHOOD', unit: '退役军人', ask: '完善退役军人就业帮扶' },
  { category: 'POLITICS_LAW_UNITED_FRONT', unit: '公安', ask: '整治电动自行车交通乱象' },
  { category: 'POLITICS_LAW_UNITED_FRONT', unit: '公安', ask: '加强反电信网络诈骗宣传' },
  { category: 'POLITICS_LAW_UNITED_FRONT', unit: '司法', ask: '健全村级法律顾问制度' },
  { category: 'POLITICS_LAW_UNITED_FRONT', unit: '法院', ask: '提高涉企案件执行效率' },
];

/** Where in the place: general enough for any locality. */
export const SPOTS = [
  '城北片区',
  '城南片区',
  '老城区',
  '高铁站周边',
  '沿江一带',
  '工业园区',
  '乡镇集镇',
  '偏远山区',
  '学校周边',
  '城乡结合部',
  '新区',
  '主干道沿线',
];
